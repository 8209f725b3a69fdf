package dev.gatehouse.local.cognito;

import dev.gatehouse.local.cognito.hosted.HostedPages;
import dev.gatehouse.local.cognito.oauth.AuthorizationCodes;
import dev.gatehouse.local.cognito.oauth.RevocationEndpoint;
import dev.gatehouse.local.cognito.oauth.TokenEndpoint;
import dev.gatehouse.local.cognito.oauth.UserInfoEndpoint;
import dev.gatehouse.local.cognito.oauth.UserPoolDomains;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.tokens.AccessTokenVerifier;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.state.StateStore;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/** The domain of user pools: hosted pages and OAuth endpoints. */
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
          "/mfa",
          "/logout",
          "/error",
          "/oauth2/authorize");

  private static final Map<String, String> ENDPOINTS =
      Map.of("/oauth2/token", "POST", "/oauth2/revoke", "POST", "/oauth2/userInfo", "GET");

  private static final Response NO_DOMAIN =
      Response.of(404, "text/plain", "No user pool has a domain, so there are no pages.\n");

  private final UserPoolDomains domains;
  private final Service pages;
  private final Map<String, Service> endpoints;

  private UserPoolDomain(UserPoolDomains domains, Service pages, Map<String, Service> endpoints) {
    this.domains = domains;
    this.pages = pages;
    this.endpoints = endpoints;
  }

  static UserPoolDomain of(
      Plan plan, UserPools pools, CognitoOperations operations, Clock clock, StateStore state) {
    UserPoolDomains domains = UserPoolDomains.of(plan, pools);
    AuthorizationCodes codes = new AuthorizationCodes(domains, clock, state);
    return new UserPoolDomain(
        domains,
        new HostedPages(domains, operations.registry(), operations.signIn(), codes, clock, state),
        Map.of(
            "/oauth2/token", new TokenEndpoint(domains, codes, operations.signIn()),
            "/oauth2/revoke", new RevocationEndpoint(domains, operations.registry()),
            "/oauth2/userInfo", new UserInfoEndpoint(new AccessTokenVerifier(pools, clock))));
  }

  /** Returns whether this is the path of a hosted page. */
  public static boolean isPage(String path) {
    return PAGES.contains(path);
  }

  /** Returns whether this is the path of an OAuth endpoint. */
  public static boolean isEndpoint(String path) {
    return ENDPOINTS.containsKey(path);
  }

  @Override
  public Response handle(Request request) {
    if (domains.isEmpty()) {
      return NO_DOMAIN;
    }
    Service endpoint = endpoints.get(request.path());
    if (endpoint == null) {
      return pages.handle(request);
    }
    String method = ENDPOINTS.getOrDefault(request.path(), "");
    return request.method().equals(method)
        ? endpoint.handle(request)
        : Response.of(405, "text/plain", "Only " + method + " is supported.\n")
            .with("Allow", method);
  }
}
