package dev.gatehouse.pulumi.settings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The settings of the REST API.
 *
 * @param limit the limit of each method that has none of its own; methods do not share it
 * @param limitByRoute the limits of single routes, by method and path
 * @param accessLogAddresses whether the access log has the address of each request
 * @param accountRole whether the stack sets the role with which API Gateway writes logs; an account
 *     has one role per region
 * @param corsOrigins the origins that may call the API from a browser
 * @param checkTokenOnReads whether reads of a profile ask Cognito about the token
 * @param sourceAddressKey the key of the HMACs of addresses in the log, blank for none
 * @param executeApiEndpointDisabled whether the execute-api URL is disabled
 */
public record RestApiSettings(
    String stageName,
    Limit limit,
    Map<String, Limit> limitByRoute,
    boolean accessLogs,
    boolean accessLogAddresses,
    boolean accountRole,
    List<String> corsOrigins,
    boolean checkTokenOnReads,
    String sourceAddressKey,
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
            reader.of("throttlingRate", "20").number(1, MAX_LIMIT, "requests a second"),
            reader.of("throttlingBurst", "40").number(1, MAX_LIMIT, "requests")),
        limitByRoute(reader.object("routeThrottling", "POST /user", "5/10"), paths(reader, names)),
        reader.of("accessLogs", "true").flag(),
        reader.of("accessLogAddresses", "true").flag(),
        reader.of("manageApiGatewayAccount", "true").flag(),
        origins(reader.list("corsOrigins", "https://www.example.com")),
        reader.of("checkTokenOnReads", "true").flag(),
        reader
            .of("sourceAddressKey", "--secret \"$(openssl rand -hex 32)\"")
            .blankOr("[!-~]{32,128}", "32 to 128 visible ASCII characters"),
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

  /**
   * The settings of the web ACLs.
   *
   * @param apiRate the requests of one IP address in five minutes to the API, 0 for no web ACL
   * @param userPoolRate the same for the user pool, 0 for no web ACL
   * @param logs whether the web ACLs have logs
   */
  public record FirewallSettings(int apiRate, int userPoolRate, boolean logs) {
    private static final int MAX_RATE = 100_000_000;

    /** Two methods of the API call Cognito to create users, for the 300 seconds of the window. */
    private static final int CALLS_OF_THE_API = 2 * 300;

    static FirewallSettings of(SettingReader reader, RestApiSettings restApi) {
      boolean api = reader.of("waf", "true").flag();
      int apiRate = rate(reader.of("wafRate", "1000"));
      int userPoolRate = userPoolRate(reader, restApi);
      Setting logs = reader.of("wafLogs", "true");
      if (logs.flag() && !api && userPoolRate == 0) {
        throw logs.invalid("false without a web ACL, or pulumi config set waf true");
      }
      return new FirewallSettings(api ? apiRate : 0, userPoolRate, logs.flag());
    }

    private static int userPoolRate(SettingReader reader, RestApiSettings restApi) {
      Setting setting = reader.of("userPoolWafRate", "15000");
      int rate = rate(setting);
      if (!reader.of("userPoolWaf", "true").flag()) {
        return 0;
      }
      long own = (long) CALLS_OF_THE_API * restApi.limit().rate();
      if (rate < own) {
        throw setting.invalid(
            String.format(
                Locale.ROOT,
                "at least %d, 600 times throttlingRate: the API's own calls may come from one address",
                own));
      }
      return rate;
    }

    private static int rate(Setting setting) {
      return setting.number(10, MAX_RATE, "requests in five minutes");
    }
  }
}
