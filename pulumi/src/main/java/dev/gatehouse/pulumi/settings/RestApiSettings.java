package dev.gatehouse.pulumi.settings;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The settings of the REST API.
 *
 * @param limit the limit of all routes together
 * @param limitByRoute the limits of single routes, by method and path
 * @param accountRole whether the stack sets the role with which API Gateway writes logs; an account
 *     has one role per region
 * @param corsOrigins the origins that may call the API from a browser
 * @param webAclRate the requests of one IP address in five minutes, 0 for no web ACL
 * @param executeApiEndpointDisabled whether the execute-api URL is disabled
 */
public record RestApiSettings(
    String stageName,
    Limit limit,
    Map<String, Limit> limitByRoute,
    boolean accessLogs,
    boolean accountRole,
    List<String> corsOrigins,
    int webAclRate,
    boolean executeApiEndpointDisabled) {

  /** A rate in requests per second and a burst in concurrent requests. */
  public record Limit(int rate, int burst) {}

  private static final int MAX_LIMIT = 10_000;
  private static final Set<String> METHODS = Set.of("GET", "POST", "PATCH", "PUT", "DELETE");

  static RestApiSettings of(SettingReader reader, KnownNames names) {
    boolean disabled = reader.of("disableExecuteApiEndpoint", "true").flag();
    return new RestApiSettings(
        reader
            .of("stageName", "prod")
            .matching("[A-Za-z0-9_]{1,128}", "letters, digits and _ only"),
        new Limit(
            reader.of("throttlingRate", "50").number(1, MAX_LIMIT, "requests a second"),
            reader.of("throttlingBurst", "100").number(1, MAX_LIMIT, "requests")),
        limitByRoute(reader.object("routeThrottling", "POST /user", "5/10"), paths(reader, names)),
        reader.of("accessLogs", "true").flag(),
        reader.of("manageApiGatewayAccount", "true").flag(),
        origins(reader.list("corsOrigins", "https://www.example.com")),
        webAclRate(reader),
        // Without a custom domain, the execute-api URL is the only one.
        disabled && reader.of("customDomain", "true").flag());
  }

  /** Returns the paths of the stack: API Gateway refuses settings of one that it does not have. */
  private static Set<String> paths(SettingReader reader, KnownNames names) {
    Set<String> paths = new TreeSet<>(names.paths());
    if (!reader.of("profilePictures", "true").flag()) {
      paths.removeIf(path -> path.endsWith("/picture"));
    }
    return paths;
  }

  private static int webAclRate(SettingReader reader) {
    int rate = reader.of("wafRate", "1000").number(10, 100_000_000, "requests in five minutes");
    return reader.of("waf", "true").flag() ? rate : 0;
  }

  private static List<String> origins(Setting setting) {
    List<String> origins = setting.texts();
    String origin = "https?://[a-z0-9.-]+(:(\\d{1,5}|\\*))?";
    boolean all = origins.equals(List.of("*"));
    if (!all && origins.stream().anyMatch(it -> !it.matches(origin))) {
      throw setting.invalid(
          "a list of origins like https://www.example.com or http://localhost:*, or * alone");
    }
    return origins;
  }

  private static Map<String, Limit> limitByRoute(Setting setting, Set<String> paths) {
    Map<String, Limit> limits = new TreeMap<>();
    setting
        .textByName()
        .forEach(
            (route, limit) -> {
              if (!isRoute(route, paths) || !limit.matches("[1-9]\\d{0,3}/[1-9]\\d{0,3}")) {
                throw setting.invalid(
                    "an object of rate/burst by method and path, like \"POST /user\": \"5/10\","
                        + " with one of the paths "
                        + String.join(", ", paths));
              }
              String[] numbers = limit.split("/", 2);
              limits.put(
                  route, new Limit(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1])));
            });
    return Map.copyOf(limits);
  }

  private static boolean isRoute(String route, Set<String> paths) {
    String[] parts = route.split(" ", 2);
    return parts.length == 2 && METHODS.contains(parts[0]) && paths.contains(parts[1]);
  }
}
