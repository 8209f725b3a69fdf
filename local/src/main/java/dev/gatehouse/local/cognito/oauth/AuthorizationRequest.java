package dev.gatehouse.local.cognito.oauth;

import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.UrlEncoded;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Is a request for a code that has been checked.
 *
 * @param state what the client wants back, null if nothing
 * @param challenge the S256 challenge of RFC 7636, null if the client sent none
 * @param query the request as it came, to hand on from page to page
 */
public record AuthorizationRequest(
    AppClient app,
    String redirectUri,
    List<String> scopes,
    @Nullable String state,
    @Nullable String nonce,
    @Nullable String challenge,
    String query) {

  /** Returns the redirection to the client with these parameters and its state. */
  public Response redirect(Map<String, String> parameters) {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    if (state != null) {
      all.put("state", state);
    }
    return Redirection.to(redirectUri, UrlEncoded.encode(all));
  }
}
