package dev.gatehouse.local.cognito.hosted;

import dev.gatehouse.local.cognito.oauth.AuthorizationCodes;
import dev.gatehouse.local.cognito.oauth.AuthorizationRequest;
import dev.gatehouse.local.cognito.oauth.AuthorizationRequests;
import dev.gatehouse.local.cognito.oauth.AuthorizationRequests.Refused;
import dev.gatehouse.local.cognito.oauth.AuthorizationRequests.Valid;
import dev.gatehouse.local.cognito.oauth.Domains;
import dev.gatehouse.local.cognito.operations.Operations;
import dev.gatehouse.local.cognito.signin.SignIn;
import dev.gatehouse.local.cognito.wire.CognitoError;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import dev.gatehouse.local.http.UrlEncoded;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers browsers at a pool's domain. */
public final class HostedPages implements Service {
  private static final String TOO_OLD = "This form was too old. Please try again.";

  private final AuthorizationRequests requests;
  private final Forgery forgery = new Forgery();
  private final Arrival arrival;
  private final Map<String, HostedPage> pages = new HashMap<>();
  private final Confirm confirm;
  private final Map<String, Service> others;

  /** Takes the clients that have pages, and what does the work behind them. */
  public HostedPages(
      Domains domains, Operations operations, AuthorizationCodes codes, Clock clock) {
    this.requests = new AuthorizationRequests(domains);
    Visitors visitors = new Visitors(clock);
    this.arrival = new Arrival(visitors, codes);
    Calls calls = new Calls(operations);
    SignIn signIn = operations.signIn();
    ChangePassword change = new ChangePassword(signIn.newPassword(), arrival);
    Login login = new Login(signIn, arrival, change);
    this.confirm = new Confirm(calls, arrival, login);
    pages.put("/login", login);
    pages.put("/signup", new SignUpForm(calls, arrival));
    pages.put("/confirmUser", confirm);
    pages.put("/forgotPassword", new ForgottenPassword(calls, arrival));
    pages.put("/confirmForgotPassword", new ResetPassword(calls, arrival, login));
    pages.put("/changePassword", change);
    this.others =
        Map.of("/logout", new Logout(domains, requests, visitors), "/error", new ErrorPage());
  }

  @Override
  public Response answer(Request request) {
    Service other = others.get(request.path());
    if (other != null) {
      return other.answer(request);
    }
    return switch (requests.check(request)) {
      case Valid(AuthorizationRequest asked) -> answer(request, asked);
      case Refused(Response refusal) -> refusal;
    };
  }

  private Response answer(Request request, AuthorizationRequest asked) {
    String mark = forgery.mark(request);
    Visit visit = new Visit(asked, request, form(request), forgery.token(mark));
    if (request.path().equals("/oauth2/authorize")) {
      return authorize(visit);
    }
    Response answer = request.method().equals("POST") ? take(visit) : show(visit);
    return Cookies.find(request, Forgery.COOKIE).isPresent()
        ? answer
        : Cookies.set(answer, Forgery.COOKIE, mark);
  }

  private Response show(Visit visit) {
    HostedPage page = pages.get(visit.request().path());
    return page == null ? visit.redirect("/confirmUser") : Visit.show(page.page(visit, null));
  }

  /** Somebody who is signed in goes on at once, unless the client wants otherwise. */
  private Response authorize(Visit visit) {
    String prompt = visit.request().parameter("prompt").orElse("");
    Optional<Response> again = prompt.contains("login") ? Optional.empty() : arrival.again(visit);
    return again.orElseGet(() ->
        prompt.equals("none")
            ? visit.asked().redirect(Map.of("error", "login_required"))
            : visit.redirect("/login"));
  }

  private Response take(Visit visit) {
    String path = visit.request().path();
    HostedPage page = pages.getOrDefault(path, confirm);
    if (!forgery.isGenuine(visit.request(), Optional.of(visit.typed(Forgery.FIELD)))) {
      return Visit.show(page.page(visit, TOO_OLD));
    }
    try {
      return path.equals("/resendcode") ? confirm.resend(visit) : page.take(visit);
    } catch (CognitoError e) {
      return Visit.show(page.page(visit, e.text()));
    }
  }

  private static Map<String, List<String>> form(Request request) {
    try {
      return request.method().equals("POST") ? UrlEncoded.decode(request.text()) : Map.of();
    } catch (IllegalArgumentException e) {
      return Map.of();
    }
  }
}
