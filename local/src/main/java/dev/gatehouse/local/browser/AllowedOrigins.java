package dev.gatehouse.local.browser;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The origins whose pages may call every service.
 *
 * @param origins origins as browsers send them; {@code http://host:*} for every port
 */
public record AllowedOrigins(List<String> origins) {

  /** The option that adds an origin. */
  static final String OPTION = "--allow-origin";

  private static final Pattern ORIGIN =
      Pattern.compile("https?://([a-z0-9_.-]+|\\[[0-9a-f:.]+])(:(\\d{1,5}|\\*))?");
  private static final Pattern PORT = Pattern.compile("(:\\d{1,5})?$");

  /** Creates the origins; throws {@link IllegalArgumentException} for one that is none. */
  public AllowedOrigins {
    for (String origin : origins) {
      if (!ORIGIN.matcher(origin).matches()) {
        throw new IllegalArgumentException(
            "%s is \"%s\"; expected an origin in lower case and without a path, such as http://localhost:3000 or http://localhost:*"
                .formatted(OPTION, origin));
      }
    }
    origins = List.copyOf(origins);
  }

  /** Returns whether pages of this origin may call every service. */
  boolean allow(String origin) {
    return ORIGIN.matcher(origin).matches()
        && (origins.contains(origin) || origins.contains(PORT.matcher(origin).replaceFirst(":*")));
  }
}
