package dev.gatehouse.local.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The hosts to which a port answers, whatever the port in the {@code Host} header: localhost and
 * the names given. A page that rebinds its own name to this computer sends another one.
 *
 * @param names names in lower case; {@code *.name} for every name below
 */
public record AllowedHosts(List<String> names) {

  /** The option that adds a name. */
  static final String OPTION = "--allow-host";

  private static final List<String> LOCAL =
      List.of("localhost", "*.localhost", "127.0.0.1", "[::1]");
  private static final Pattern NAME = Pattern.compile("(\\*\\.)?[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?");
  private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]+]");
  private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");

  /** Returns localhost and further names; throws {@link IllegalArgumentException} for a bad one. */
  public static AllowedHosts localhostAnd(List<String> names) {
    List<String> all = new ArrayList<>(LOCAL);
    for (String given : names) {
      String name = given.strip().toLowerCase(Locale.ROOT);
      if (!NAME.matcher(name).matches() && !IPV6.matcher(name).matches()) {
        throw new IllegalArgumentException(
            "%s is \"%s\"; expected a host name without scheme and port, such as emulator, *.example.test or [::1]"
                .formatted(OPTION, given));
      }
      all.add(name);
    }
    return new AllowedHosts(List.copyOf(all));
  }

  /** Returns whether a {@code Host} header names one of these. */
  boolean allow(String host) {
    String name = PORT.matcher(host.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
    return names.stream().anyMatch(allowed -> matches(allowed, name));
  }

  private static boolean matches(String allowed, String name) {
    return allowed.startsWith("*.")
        ? name.length() >= allowed.length() && name.endsWith(allowed.substring(1))
        : name.equals(allowed);
  }
}
