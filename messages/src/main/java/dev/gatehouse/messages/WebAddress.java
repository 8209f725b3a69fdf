package dev.gatehouse.messages;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** The form of the web addresses in settings: https, at most 200 characters of ASCII. */
final class WebAddress {
  private static final int MAX_LENGTH = 200;

  private WebAddress() {}

  /**
   * Returns the address of the product's pages without a slash at its end, or null if the setting
   * is missing.
   *
   * @throws InvalidMessageSetting if the setting is malformed
   */
  static @Nullable String ofPages(String setting, @Nullable String text) {
    if (text == null) {
      return null;
    }
    @Nullable URI address = parse(text);
    if (address == null || address.getQuery() != null || !(isSecure(address) || isLocal(address))) {
      throw new InvalidMessageSetting(
          setting, "must be an address such as https://app.example.com, without ? and #");
    }
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  /**
   * Returns the address of an image, or null if the setting is missing.
   *
   * @throws InvalidMessageSetting if the setting is malformed
   */
  static @Nullable String ofImage(String setting, @Nullable String text) {
    if (text == null) {
      return null;
    }
    @Nullable URI address = parse(text);
    if (address == null || !isSecure(address)) {
      throw new InvalidMessageSetting(
          setting, "must be an address such as https://www.example.com/logo.png");
    }
    return text;
  }

  private static @Nullable URI parse(String text) {
    try {
      URI address = new URI(text);
      return text.length() <= MAX_LENGTH
              && text.equals(address.toASCIIString())
              && text.indexOf('{') < 0
              && address.getHost() != null
              && address.getUserInfo() == null
              && address.getFragment() == null
          ? address
          : null;
    } catch (URISyntaxException malformed) {
      return null;
    }
  }

  private static boolean isSecure(URI address) {
    return "https".equals(address.getScheme());
  }

  /** Returns whether a page on the developer's own computer is meant, which has no certificate. */
  private static boolean isLocal(URI address) {
    return "http".equals(address.getScheme()) && "localhost".equals(address.getHost());
  }
}
