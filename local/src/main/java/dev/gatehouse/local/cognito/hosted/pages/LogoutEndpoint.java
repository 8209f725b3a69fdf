package dev.gatehouse.local.cognito.hosted.pages;

import dev.gatehouse.local.cognito.hosted.session.BrowserSessions;
import dev.gatehouse.local.cognito.hosted.session.Cookies;
import dev.gatehouse.local.cognito.oauth.AuthorizationRequestValidator;
import dev.gatehouse.local.cognito.oauth.AuthorizationRequestValidator.Rejected;
import dev.gatehouse.local.cognito.oauth.AuthorizationRequestValidator.Valid;
import dev.gatehouse.local.cognito.oauth.Redirects;
import dev.gatehouse.local.cognito.oauth.UserPoolDomains;
import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import java.util.Optional;

/** The endpoint that ends a browser's session: {@code /logout}. */
public final class LogoutEndpoint implements Service {
  private final UserPoolDomains domains;
  private final AuthorizationRequestValidator validator;
  private final BrowserSessions sessions;

  /** Creates the endpoint. */
  public LogoutEndpoint(
      UserPoolDomains domains, AuthorizationRequestValidator validator, BrowserSessions sessions) {
    this.domains = domains;
    this.validator = validator;
    this.sessions = sessions;
  }

  @Override
  public Response handle(Request request) {
    Optional<AppClient> app = request.parameter("client_id").flatMap(domains::client);
    if (app.isEmpty()) {
      return Redirects.toErrorPage("Client does not exist");
    }
    Optional<String> logoutUri = request.parameter("logout_uri");
    if (logoutUri.isEmpty()) {
      return signInAgain(request);
    }
    return app.get().settings().oauth().logoutUrls().contains(logoutUri.get())
        ? signOut(request, Redirects.to(logoutUri.get()))
        : Redirects.toErrorPage("redirect_mismatch", app.get().id());
  }

  private Response signInAgain(Request request) {
    return switch (validator.validate(request)) {
      case Valid valid -> signOut(request, Redirects.to("/login", valid.request().query()));
      case Rejected rejected -> rejected.response();
    };
  }

  private Response signOut(Request request, Response redirect) {
    sessions.end(request);
    return Cookies.remove(redirect, BrowserSessions.COOKIE);
  }
}
