package dev.gatehouse.pulumi.settings;

import java.util.List;

/**
 * Are Cognito's own pages for signing up and in, and where they may send people back to.
 *
 * @param prefix of a domain of Cognito's, blank if there is none
 * @param host a name of the stack's own instead, blank if there is none
 */
public record HostedPages(
    String prefix, String host, List<String> callbackUrls, List<String> logoutUrls) {
  private static final String URLS =
      "a list of addresses that begin with https://, or with http://localhost";

  static HostedPages of(Keys keys) {
    Setting prefix = keys.of("hostedDomainPrefix", "example-sign-up");
    Setting host = keys.of("hostedDomain", "auth.example.com");
    if (prefix.isSet() && host.isSet()) {
      throw host.refused("blank, since hostedDomainPrefix is set too");
    }
    HostedPages pages =
        new HostedPages(
            prefix(prefix),
            host.blankOr(Domain.HOST, "a host name in small letters"),
            urls(keys.list("callbackUrls", "https://www.example.com/signed-in")),
            urls(keys.list("logoutUrls", "https://www.example.com/")));
    if (pages.isOn() && pages.callbackUrls().isEmpty()) {
      throw keys.list("callbackUrls", "https://www.example.com/signed-in")
          .orElse("[]")
          .refused("set where there are hosted pages");
    }
    return pages;
  }

  /** Returns whether there are any. */
  public boolean isOn() {
    return !prefix.isEmpty() || !host.isEmpty();
  }

  /** Cognito refuses its own name and those of its owner in a prefix. */
  private static String prefix(Setting setting) {
    return setting.blankOr(
        "(?!.*(aws|amazon|cognito))[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?",
        "small letters, digits and hyphens, without aws, amazon or cognito");
  }

  private static List<String> urls(Setting setting) {
    List<String> urls = setting.texts();
    if (urls.stream()
        .anyMatch(url ->
            !url.matches("https://[^\\s#/]+[^\\s#]*|http://localhost(:\\d+)?(/[^\\s#]*)?"))) {
      throw setting.refused(URLS);
    }
    return urls;
  }
}
