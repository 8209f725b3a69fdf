package dev.gatehouse.local.cognito.oauth;

import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.UrlEncoded;
import java.util.List;
import java.util.Map;

/** Sends a browser elsewhere. */
public final class Redirection {

  private Redirection() {}

  /** Returns the redirection to this address. */
  public static Response to(String address) {
    return new Response(
        302,
        Map.of("Location", List.of(address), "Cache-Control", List.of("no-store")),
        new byte[0]);
  }

  /** Returns the redirection to this address, which may have a query of its own already. */
  public static Response to(String address, String query) {
    return to(address + (address.contains("?") ? "&" : "?") + query);
  }

  /** Returns the redirection to the page for what must not be told to any client. */
  public static Response toError(String error) {
    return to("/error", UrlEncoded.encode(Map.of("error", error)));
  }

  /** Returns the redirection to the error page, which names the client. */
  public static Response toError(String error, String clientId) {
    return to(
        "/error",
        UrlEncoded.encode(Map.of("error", error))
            + "&"
            + UrlEncoded.encode(Map.of("client_id", clientId)));
  }
}
