package dev.gatehouse.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a route may know of a request.
 *
 * @param headers by name in lower case
 * @param claims of the token that the authorizer verified; empty where there was none
 */
record Request(
    String method,
    String path,
    Map<String, String> headers,
    Payload payload,
    Map<String, String> claims) {

  /** Copies the maps. */
  Request {
    headers = Map.copyOf(headers);
    claims = Map.copyOf(claims);
  }

  /** Returns the header of this name in lower case, or null. */
  @Nullable String header(String name) {
    return headers.get(name);
  }

  /** Returns the claim of this name, or null. */
  @Nullable String claim(String name) {
    return claims.get(name);
  }

  /** Holds a body as API Gateway hands it on: as text, or as text that is Base64. */
  record Payload(String text, boolean base64) {}
}
