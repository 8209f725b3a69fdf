package dev.gatehouse.local.cognito.oauth;

import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.UrlEncoded;
import java.util.List;
import java.util.Map;

/** Redirects of a browser. */
public final class Redirects {

  private Redirects() {}

  /** Returns the redirect to a URI. */
  public static Response to(String uri) {
    return new Response(
        302, Map.of("Location", List.of(uri), "Cache-Control", List.of("no-store")), new byte[0]);
  }

  /** Returns the redirect to a URI, which may already have a query, with more query parameters. */
  public static Response to(String uri, String query) {
    return to(uri + (uri.contains("?") ? "&" : "?") + query);
  }

  /** Returns the redirect to the error page. */
  public static Response toErrorPage(String error) {
    return to("/error", UrlEncoded.encode(Map.of("error", error)));
  }

  /** Returns the redirect to the error page with the client id. */
  public static Response toErrorPage(String error, String clientId) {
    return to(
        "/error",
        UrlEncoded.encode(Map.of("error", error))
            + "&"
            + UrlEncoded.encode(Map.of("client_id", clientId)));
  }
}
