package dev.gatehouse.api.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to the API.
 *
 * @param headers by name in lower case
 * @param claims the claims of the token that the authorizer verified; empty without a token
 */
public record Request(
    String method,
    String path,
    Map<String, String> headers,
    Payload payload,
    Map<String, String> claims) {

  /** Creates a request with copies of the maps. */
  public Request {
    headers = Map.copyOf(headers);
    claims = Map.copyOf(claims);
  }

  /** Returns whether the client wants the headers of a response alone. */
  public boolean isHead() {
    return method.equals("HEAD");
  }

  /** Returns the value of a header by its lower-case name, or null. */
  public @Nullable String header(String name) {
    return headers.get(name);
  }

  /** Returns the value of a claim, or null. */
  public @Nullable String claim(String name) {
    return claims.get(name);
  }

  /** A request body as API Gateway passes it on: as text, or as Base64. */
  public record Payload(String text, boolean base64) {}
}
