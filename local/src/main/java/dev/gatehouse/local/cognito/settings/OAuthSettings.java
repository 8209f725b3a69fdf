package dev.gatehouse.local.cognito.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Is what an app client may do at the hosted pages.
 *
 * @param enabled whether it may go there at all
 * @param code whether it may ask for codes
 * @param scopes what it may ask for
 * @param callbacks where people may be sent with a code, to the letter
 * @param logouts where people may be sent once they are signed out, to the letter
 * @param defaultRedirect the callback of a request that names none, null to demand one
 */
public record OAuthSettings(
    boolean enabled,
    boolean code,
    List<String> scopes,
    List<String> callbacks,
    List<String> logouts,
    @Nullable String defaultRedirect) {
  private static final List<String> SCOPES =
      List.of("openid", "email", "phone", "profile", "aws.cognito.signin.user.admin");

  static OAuthSettings of(Declared client) {
    boolean enabled = client.flag("AllowedOAuthFlowsUserPoolClient", false);
    // Without that flag AWS ignores flows and scopes, whatever they are.
    List<String> flows = enabled ? client.texts("AllowedOAuthFlows", List.of("code")) : List.of();
    List<String> scopes = enabled ? client.texts("AllowedOAuthScopes", SCOPES) : List.of();
    client.noMeaningHere("AllowedOAuthFlows", "AllowedOAuthScopes");
    client.texts("SupportedIdentityProviders", List.of("COGNITO"));
    OAuthSettings settings =
        new OAuthSettings(
            enabled,
            flows.contains("code"),
            scopes,
            addresses(client, "CallbackURLs"),
            addresses(client, "LogoutURLs"),
            client.text("DefaultRedirectURI").filter(uri -> !uri.isEmpty()).orElse(null));
    settings.check(client);
    return settings;
  }

  /** Returns the callback that a request means, or nothing if it names none that is allowed. */
  public Optional<String> callback(Optional<String> asked) {
    return asked.or(() -> Optional.ofNullable(defaultRedirect)).filter(callbacks::contains);
  }

  private void check(Declared client) {
    if (enabled && !code) {
      throw client.refused("AllowedOAuthFlows", "has to hold \"code\", the only flow there is");
    }
    if (enabled && scopes.isEmpty()) {
      throw client.refused("AllowedOAuthScopes", "has to hold a scope");
    }
    if (enabled && callbacks.isEmpty()) {
      throw client.refused("CallbackURLs", "has to hold where to send people with their code");
    }
    if (defaultRedirect != null && !callbacks.contains(defaultRedirect)) {
      throw client.refused("DefaultRedirectURI", "has to be one of the callback URLs");
    }
  }

  private static List<String> addresses(Declared client, String key) {
    List<String> addresses = client.anyTexts(key);
    for (String address : addresses) {
      if (!isAllowed(address)) {
        throw client.refused(
            key,
            "\"%s\" has to be https, http://localhost or an app's own scheme, without a fragment"
                .formatted(address));
      }
    }
    return addresses;
  }

  private static boolean isAllowed(String address) {
    try {
      URI uri = new URI(address);
      boolean plain = "http".equals(uri.getScheme()) && !"localhost".equals(uri.getHost());
      return uri.isAbsolute() && !plain && uri.getRawFragment() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
