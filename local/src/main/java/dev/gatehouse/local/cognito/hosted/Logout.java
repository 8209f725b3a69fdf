package dev.gatehouse.local.cognito.hosted;

import dev.gatehouse.local.cognito.oauth.AuthorizationRequest;
import dev.gatehouse.local.cognito.oauth.AuthorizationRequests;
import dev.gatehouse.local.cognito.oauth.AuthorizationRequests.Refused;
import dev.gatehouse.local.cognito.oauth.AuthorizationRequests.Valid;
import dev.gatehouse.local.cognito.oauth.Domains;
import dev.gatehouse.local.cognito.oauth.Redirection;
import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import java.util.Optional;

/** Signs the browser out and sends it to the client, or to sign in again: {@code /logout}. */
final class Logout implements Service {
  private final Domains domains;
  private final AuthorizationRequests requests;
  private final Visitors visitors;

  Logout(Domains domains, AuthorizationRequests requests, Visitors visitors) {
    this.domains = domains;
    this.requests = requests;
    this.visitors = visitors;
  }

  @Override
  public Response answer(Request request) {
    Optional<AppClient> app = request.parameter("client_id").flatMap(domains::client);
    if (app.isEmpty()) {
      return Redirection.toError("Client does not exist");
    }
    Optional<String> logoutUri = request.parameter("logout_uri");
    if (logoutUri.isEmpty()) {
      return signInAgain(request);
    }
    return app.get().settings().oauth().logouts().contains(logoutUri.get())
        ? signedOut(request, Redirection.to(logoutUri.get()))
        : Redirection.toError("redirect_mismatch", app.get().id());
  }

  private Response signInAgain(Request request) {
    return switch (requests.check(request)) {
      case Valid(AuthorizationRequest asked) ->
          signedOut(request, Redirection.to("/login", asked.query()));
      case Refused(Response refusal) -> refusal;
    };
  }

  private Response signedOut(Request request, Response answer) {
    visitors.forget(request);
    return Cookies.remove(answer, Visitors.COOKIE);
  }
}
