package dev.gatehouse.local.cognito;

import dev.gatehouse.local.cognito.hosted.HostedPages;
import dev.gatehouse.local.cognito.oauth.AuthorizationCodes;
import dev.gatehouse.local.cognito.oauth.Domains;
import dev.gatehouse.local.cognito.oauth.Revocation;
import dev.gatehouse.local.cognito.oauth.TokenEndpoint;
import dev.gatehouse.local.cognito.oauth.UserInfo;
import dev.gatehouse.local.cognito.operations.Operations;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.tokens.AccessTokens;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import dev.gatehouse.local.plan.Plan;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/** Is what AWS serves at a pool's domain: pages for people, endpoints for clients. */
public final class UserPoolDomain implements Service {
  private static final Set<String> PAGES =
      Set.of(
          "/login",
          "/signup",
          "/confirmUser",
          "/resendcode",
          "/forgotPassword",
          "/confirmForgotPassword",
          "/changePassword",
          "/logout",
          "/error",
          "/oauth2/authorize");

  private static final Map<String, String> ENDPOINTS =
      Map.of("/oauth2/token", "POST", "/oauth2/revoke", "POST", "/oauth2/userInfo", "GET");

  private static final Response NOTHING =
      Response.of(
          404, "text/plain", "The plan declares no user pool domain, so there are no pages.\n");

  private final Service pages;
  private final Map<String, Service> endpoints;

  private UserPoolDomain(Service pages, Map<String, Service> endpoints) {
    this.pages = pages;
    this.endpoints = endpoints;
  }

  static UserPoolDomain of(Plan plan, UserPools pools, Operations operations, Clock clock) {
    Domains domains = Domains.of(plan, pools);
    if (domains.none()) {
      return new UserPoolDomain(request -> NOTHING, Map.of());
    }
    AuthorizationCodes codes = new AuthorizationCodes(clock);
    return new UserPoolDomain(
        new HostedPages(domains, operations, codes, clock),
        Map.of(
            "/oauth2/token", new TokenEndpoint(domains, codes, operations.signIn()),
            "/oauth2/revoke", new Revocation(domains, operations),
            "/oauth2/userInfo", new UserInfo(new AccessTokens(pools, clock))));
  }

  /** Tells whether this is a page for people. */
  public static boolean isPage(String path) {
    return PAGES.contains(path);
  }

  /** Tells whether this is an endpoint that clients call themselves, from any origin. */
  public static boolean isEndpoint(String path) {
    return ENDPOINTS.containsKey(path);
  }

  @Override
  public Response answer(Request request) {
    Service endpoint = endpoints.get(request.path());
    if (endpoint == null) {
      return pages.answer(request);
    }
    String method = ENDPOINTS.getOrDefault(request.path(), "");
    return request.method().equals(method)
        ? endpoint.answer(request)
        : Response.of(405, "text/plain", "Only " + method + " is there.\n").with("Allow", method);
  }
}
