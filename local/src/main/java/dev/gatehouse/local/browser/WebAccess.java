package dev.gatehouse.local.browser;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The hosts and origins to which the emulator answers.
 *
 * @param hosts values of the {@code Host} header, on every port
 * @param origins origins of pages that may call every service of the AWS port
 */
public record WebAccess(AllowedHosts hosts, AllowedOrigins origins) {

  /** The variables that hold names and origins, separated by commas. */
  static final String HOSTS = "GATEHOUSE_ALLOW_HOST";

  static final String ORIGINS = "GATEHOUSE_ALLOW_ORIGIN";

  /** localhost and the port's own pages only. */
  public static final WebAccess LOCAL = of(List.of(), List.of(), Map.of());

  /**
   * Returns what options and variables allow; throws {@link IllegalArgumentException} for a
   * malformed one.
   */
  public static WebAccess of(
      List<String> hosts, List<String> origins, Map<String, String> environment) {
    return new WebAccess(
        AllowedHosts.localhostAnd(all(hosts, environment.get(HOSTS))),
        new AllowedOrigins(all(origins, environment.get(ORIGINS))));
  }

  private static List<String> all(List<String> given, @Nullable String variable) {
    return Stream.concat(
            given.stream(), variable == null ? Stream.of() : Stream.of(variable.split(",", -1)))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }
}
