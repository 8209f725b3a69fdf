package dev.gatehouse.local.cognito.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The OAuth settings of an app client.
 *
 * @param enabled whether the OAuth flows are enabled
 * @param codeFlow whether the authorization code flow is allowed
 * @param clientCredentials whether the client credentials flow is allowed
 * @param scopes the allowed scopes
 * @param callbackUrls the allowed redirect URIs, compared exactly
 * @param logoutUrls the allowed logout URIs, compared exactly
 * @param defaultRedirectUri the redirect URI of requests without one, null to require one
 */
public record OAuthSettings(
    boolean enabled,
    boolean codeFlow,
    boolean clientCredentials,
    List<String> scopes,
    List<String> callbackUrls,
    List<String> logoutUrls,
    @Nullable String defaultRedirectUri) {

  private static final String CODE = "code";
  private static final String CLIENT_CREDENTIALS = "client_credentials";
  private static final List<String> FLOWS = List.of(CODE, CLIENT_CREDENTIALS);

  static OAuthSettings of(SettingsReader client) {
    boolean enabled = client.flag("AllowedOAuthFlowsUserPoolClient", false);
    // Without this flag AWS ignores flows and scopes.
    List<String> flows = enabled ? client.texts("AllowedOAuthFlows", FLOWS) : List.of();
    List<String> scopes = enabled ? client.texts("AllowedOAuthScopes") : List.of();
    client.ignore("AllowedOAuthFlows", "AllowedOAuthScopes");
    client.texts("SupportedIdentityProviders", List.of("COGNITO"));
    OAuthSettings settings =
        new OAuthSettings(
            enabled,
            flows.contains(CODE),
            flows.contains(CLIENT_CREDENTIALS),
            scopes,
            uris(client, "CallbackURLs"),
            uris(client, "LogoutURLs"),
            client.text("DefaultRedirectURI").filter(uri -> !uri.isEmpty()).orElse(null));
    settings.check(client);
    return settings;
  }

  /** Returns the redirect URI of a request, or an empty Optional if it is not allowed. */
  public Optional<String> redirectUri(Optional<String> requested) {
    return requested
        .or(() -> Optional.ofNullable(defaultRedirectUri))
        .filter(callbackUrls::contains);
  }

  private void check(SettingsReader client) {
    if (enabled && !codeFlow && !clientCredentials) {
      throw client.error(
          "AllowedOAuthFlows",
          "has to contain \"code\" or \"client_credentials\", the supported flows");
    }
    if (enabled && scopes.isEmpty()) {
      throw client.error("AllowedOAuthScopes", "has to contain a scope");
    }
    if (codeFlow && callbackUrls.isEmpty()) {
      throw client.error("CallbackURLs", "has to contain a redirect URI");
    }
    if (defaultRedirectUri != null && !callbackUrls.contains(defaultRedirectUri)) {
      throw client.error("DefaultRedirectURI", "has to be one of the callback URLs");
    }
  }

  private static List<String> uris(SettingsReader client, String key) {
    List<String> uris = client.texts(key);
    for (String uri : uris) {
      if (!isAllowed(uri)) {
        throw client.error(
            key,
            "\"%s\" has to be https, http://localhost or an app's own scheme, without a fragment"
                .formatted(uri));
      }
    }
    return uris;
  }

  private static boolean isAllowed(String text) {
    try {
      URI uri = new URI(text);
      boolean plain = "http".equals(uri.getScheme()) && !"localhost".equals(uri.getHost());
      return uri.isAbsolute() && !plain && uri.getRawFragment() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
