package dev.gatehouse.local.cognito.oauth;

import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.UrlEncoded;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A validated authorization request of RFC 6749.
 *
 * @param state the state parameter, null if missing
 * @param codeChallenge the S256 code challenge of RFC 7636, null if missing
 * @param query the query parameters, which the hosted pages forward
 */
public record AuthorizationRequest(
    AppClient app,
    String redirectUri,
    List<String> scopes,
    @Nullable String state,
    @Nullable String nonce,
    @Nullable String codeChallenge,
    String query) {

  /** Returns the redirect to the app client with these parameters and the state. */
  public Response redirect(Map<String, String> parameters) {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    if (state != null) {
      all.put("state", state);
    }
    return Redirects.to(redirectUri, UrlEncoded.encode(all));
  }
}
