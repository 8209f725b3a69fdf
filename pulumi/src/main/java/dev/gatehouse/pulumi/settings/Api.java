package dev.gatehouse.pulumi.settings;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Is how the REST API is served.
 *
 * @param limit what all of its routes may take together
 * @param limitByRoute what one route may take, by its method and path
 * @param accountRole whether the stack sets the role by which API Gateway writes logs, of which an
 *     account has one in each region
 * @param corsOrigins which origins a browser may call from; none if it is empty
 * @param firewallRate requests of one address in five minutes, 0 for no web ACL
 * @param closed whether AWS's own address of the API is closed
 */
public record Api(
    String stageName,
    Limit limit,
    Map<String, Limit> limitByRoute,
    boolean accessLogs,
    boolean accountRole,
    List<String> corsOrigins,
    int firewallRate,
    boolean closed) {

  /** Is how many requests a second are let through, and how many at once. */
  public record Limit(int rate, int burst) {}

  private static final int MOST = 10_000;
  private static final String ROUTE =
      "(GET|POST|PATCH|PUT|DELETE) /(user|user/profile|\\{proxy\\+}|user/\\{proxy\\+})";

  static Api of(Keys keys) {
    boolean closed = keys.of("disableExecuteApiEndpoint", "true").flag();
    return new Api(
        keys.of("stageName", "prod").matching("[A-Za-z0-9_]{1,128}", "letters, digits and _ only"),
        new Limit(
            keys.of("throttlingRate", "50").number(1, MOST, "requests a second"),
            keys.of("throttlingBurst", "100").number(1, MOST, "requests")),
        limitByRoute(keys.object("routeThrottling", "POST /user", "5/10")),
        keys.of("accessLogs", "true").flag(),
        keys.of("manageApiGatewayAccount", "true").flag(),
        origins(keys.list("corsOrigins", "https://www.example.com")),
        firewallRate(keys),
        // Without a name of its own, AWS's address is the only one there is.
        closed && keys.of("customDomain", "true").flag());
  }

  private static int firewallRate(Keys keys) {
    int rate = keys.of("wafRate", "1000").number(10, 100_000_000, "requests in five minutes");
    return keys.of("waf", "true").flag() ? rate : 0;
  }

  private static List<String> origins(Setting setting) {
    List<String> origins = setting.texts();
    String origin = "https?://[a-z0-9.-]+(:\\d{1,5})?";
    boolean every = origins.equals(List.of("*"));
    if (!every && origins.stream().anyMatch(it -> !it.matches(origin))) {
      throw setting.refused("a list of origins like https://www.example.com, or * alone");
    }
    return origins;
  }

  private static Map<String, Limit> limitByRoute(Setting setting) {
    Map<String, Limit> limits = new TreeMap<>();
    setting
        .textByName()
        .forEach((route, limit) -> {
          if (!route.matches(ROUTE) || !limit.matches("[1-9]\\d{0,3}/[1-9]\\d{0,3}")) {
            throw setting.refused(
                "an object of rate/burst by method and route of the plan, like \"POST /user\":"
                    + " \"5/10\"");
          }
          String[] numbers = limit.split("/", 2);
          limits.put(route, new Limit(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1])));
        });
    return Map.copyOf(limits);
  }
}
