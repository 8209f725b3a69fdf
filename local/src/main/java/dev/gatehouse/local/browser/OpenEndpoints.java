package dev.gatehouse.local.browser;

import dev.gatehouse.local.http.Request;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a page of any origin may call: what AWS lets browsers call without credentials. */
final class OpenEndpoints {

  private static final Pattern WELL_KNOWN =
      Pattern.compile("/[^/]+/\\.well-known/(jwks\\.json|openid-configuration)");

  /** The OAuth endpoints and their methods. */
  private static final Map<String, List<String>> OAUTH =
      Map.of(
          "/oauth2/token", List.of("POST"),
          "/oauth2/revoke", List.of("POST"),
          "/oauth2/userInfo", List.of("GET", "POST"));

  /** The headers of clients beside the target; no header of a signature. */
  private static final Set<String> COGNITO_HEADERS =
      Set.of(
          "amz-sdk-invocation-id",
          "amz-sdk-request",
          "cache-control",
          "content-type",
          "x-amz-target",
          "x-amz-user-agent");

  /** The headers of OpenID Connect's clients, and the one by which Amplify names itself. */
  private static final Set<String> OAUTH_HEADERS =
      Set.of(
          "accept", "authorization", "cache-control", "content-type", "dpop", "x-amz-user-agent");

  private final UnsignedOperations operations;

  OpenEndpoints(UnsignedOperations operations) {
    this.operations = operations;
  }

  /** Returns whether this is a request to one of them. */
  boolean contain(Request request) {
    String target = request.header("X-Amz-Target").orElse("");
    if (!target.isEmpty()) {
      return request.method().equals("POST")
          && request.path().equals("/")
          && operations.contain(target);
    }
    return methods(request.path()).contains(request.method());
  }

  /**
   * Returns the methods of a path, empty for one that is closed. The target of a request to {@code
   * /} is in none of its preflight's headers, so the request itself is checked again.
   */
  List<String> methodsAfterPreflight(String path) {
    return path.equals("/") ? List.of("POST") : methods(path);
  }

  /** Returns the headers that a request to a path may have. */
  Set<String> headers(String path) {
    return path.equals("/") ? COGNITO_HEADERS : OAUTH_HEADERS;
  }

  private static List<String> methods(String path) {
    return WELL_KNOWN.matcher(path).matches()
        ? List.of("GET", "HEAD")
        : OAUTH.getOrDefault(path, List.of());
  }
}
