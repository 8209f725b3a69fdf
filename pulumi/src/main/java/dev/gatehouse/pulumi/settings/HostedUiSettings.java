package dev.gatehouse.pulumi.settings;

import java.util.List;

/**
 * The settings of Cognito's hosted UI.
 *
 * @param prefix the prefix of a Cognito domain, blank for none
 * @param host a custom domain instead, blank for none
 * @param callbackUrls the URLs to which the hosted UI may redirect after sign-in
 * @param logoutUrls the URLs to which the hosted UI may redirect after sign-out
 */
public record HostedUiSettings(
    String prefix, String host, List<String> callbackUrls, List<String> logoutUrls) {
  private static final String URL =
      "https://[^\\s#/]+[^\\s#]*|http://localhost(:\\d+)?(/[^\\s#]*)?";

  static HostedUiSettings of(SettingReader reader) {
    Setting prefix = reader.of("hostedDomainPrefix", "example-sign-up");
    Setting host = reader.of("hostedDomain", "auth.example.com");
    if (prefix.isSet() && host.isSet()) {
      throw host.superfluous("since hostedDomainPrefix is set too");
    }
    Setting callbackUrls = reader.list("callbackUrls", "https://www.example.com/signed-in");
    HostedUiSettings settings =
        new HostedUiSettings(
            prefix(prefix),
            host.blankOr(DomainSettings.HOST, "a host name in lower case"),
            urls(callbackUrls),
            urls(reader.list("logoutUrls", "https://www.example.com/")));
    if (settings.isEnabled() && settings.callbackUrls().isEmpty()) {
      throw callbackUrls.orElse("[]").invalid("set if the hosted UI is enabled");
    }
    return settings;
  }

  /** Returns whether the stack has a hosted UI. */
  public boolean isEnabled() {
    return !prefix.isEmpty() || !host.isEmpty();
  }

  /** Returns the prefix, which Cognito refuses if it contains its own name or AWS's. */
  private static String prefix(Setting setting) {
    return setting.blankOr(
        "(?!.*(aws|amazon|cognito))[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?",
        "lower-case letters, digits and hyphens, without aws, amazon or cognito");
  }

  private static List<String> urls(Setting setting) {
    List<String> urls = setting.texts();
    if (urls.stream().anyMatch(url -> !url.matches(URL))) {
      throw setting.invalid("a list of URLs that begin with https://, or with http://localhost");
    }
    return urls;
  }
}
