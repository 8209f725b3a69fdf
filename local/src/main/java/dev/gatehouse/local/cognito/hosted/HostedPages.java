package dev.gatehouse.local.cognito.hosted;

import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.awsjson.OperationRegistry;
import dev.gatehouse.local.cognito.hosted.html.HtmlResponses;
import dev.gatehouse.local.cognito.hosted.pages.AppClientOperations;
import dev.gatehouse.local.cognito.hosted.pages.ChangePasswordPage;
import dev.gatehouse.local.cognito.hosted.pages.ConfirmForgotPasswordPage;
import dev.gatehouse.local.cognito.hosted.pages.ConfirmUserPage;
import dev.gatehouse.local.cognito.hosted.pages.ErrorPage;
import dev.gatehouse.local.cognito.hosted.pages.ForgotPasswordPage;
import dev.gatehouse.local.cognito.hosted.pages.HostedPage;
import dev.gatehouse.local.cognito.hosted.pages.LoginPage;
import dev.gatehouse.local.cognito.hosted.pages.LogoutEndpoint;
import dev.gatehouse.local.cognito.hosted.pages.SecondFactorPage;
import dev.gatehouse.local.cognito.hosted.pages.SignUpPage;
import dev.gatehouse.local.cognito.hosted.session.BrowserSessions;
import dev.gatehouse.local.cognito.hosted.session.Cookies;
import dev.gatehouse.local.cognito.hosted.session.CsrfTokens;
import dev.gatehouse.local.cognito.hosted.session.PageRequest;
import dev.gatehouse.local.cognito.hosted.session.SignInRedirect;
import dev.gatehouse.local.cognito.oauth.AuthorizationCodes;
import dev.gatehouse.local.cognito.oauth.AuthorizationRequest;
import dev.gatehouse.local.cognito.oauth.AuthorizationRequestValidator;
import dev.gatehouse.local.cognito.oauth.AuthorizationRequestValidator.Rejected;
import dev.gatehouse.local.cognito.oauth.AuthorizationRequestValidator.Valid;
import dev.gatehouse.local.cognito.oauth.UserPoolDomains;
import dev.gatehouse.local.cognito.signin.HostedSignIn;
import dev.gatehouse.local.cognito.signin.SignInFlows;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import dev.gatehouse.local.http.UrlEncoded;
import dev.gatehouse.local.state.StateStore;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The hosted pages of user pool domains. */
public final class HostedPages implements Service {
  private static final String FORM_EXPIRED = "This form was too old. Please try again.";

  private final AuthorizationRequestValidator validator;
  private final CsrfTokens csrfTokens;
  private final SignInRedirect redirect;
  private final Map<String, HostedPage> pages = new HashMap<>();
  private final ConfirmUserPage confirmUser;
  private final Map<String, Service> endpoints;

  /** Creates the pages of the app clients at these domains. */
  public HostedPages(
      UserPoolDomains domains,
      OperationRegistry registry,
      SignInFlows signIn,
      AuthorizationCodes codes,
      Clock clock,
      StateStore state) {
    this.validator = new AuthorizationRequestValidator(domains);
    this.csrfTokens = new CsrfTokens(state);
    BrowserSessions sessions = new BrowserSessions(clock, state);
    this.redirect = new SignInRedirect(sessions, codes);
    AppClientOperations operations = new AppClientOperations(registry);
    SecondFactorPage secondFactor = new SecondFactorPage(new HostedSignIn(signIn), redirect);
    ChangePasswordPage changePassword = new ChangePasswordPage(signIn, secondFactor);
    LoginPage login = new LoginPage(signIn, redirect, changePassword, secondFactor);
    this.confirmUser = new ConfirmUserPage(operations, redirect, login, secondFactor);
    pages.put("/login", login);
    pages.put("/signup", new SignUpPage(operations, redirect, secondFactor));
    pages.put("/confirmUser", confirmUser);
    pages.put("/forgotPassword", new ForgotPasswordPage(operations, redirect));
    pages.put("/confirmForgotPassword", new ConfirmForgotPasswordPage(operations, redirect, login));
    pages.put("/changePassword", changePassword);
    pages.put("/mfa", secondFactor);
    this.endpoints =
        Map.of(
            "/logout",
            new LogoutEndpoint(domains, validator, sessions),
            "/error",
            new ErrorPage(domains));
  }

  @Override
  public Response handle(Request http) {
    Service endpoint = endpoints.get(http.path());
    if (endpoint != null) {
      return endpoint.handle(http);
    }
    return switch (validator.validate(http)) {
      case Valid valid -> handle(http, valid.request());
      case Rejected rejected -> rejected.response();
    };
  }

  private Response handle(Request http, AuthorizationRequest authorization) {
    String browserId = csrfTokens.browserId(http);
    PageRequest request =
        new PageRequest(authorization, http, form(http), csrfTokens.token(browserId));
    if (http.path().equals("/oauth2/authorize")) {
      return authorize(request);
    }
    Response response = http.method().equals("POST") ? submit(request) : show(request);
    return Cookies.find(http, CsrfTokens.COOKIE).isPresent()
        ? response
        : Cookies.set(response, CsrfTokens.COOKIE, browserId);
  }

  private Response show(PageRequest request) {
    HostedPage page = pages.get(request.http().path());
    return page == null
        ? request.redirect("/confirmUser")
        : HtmlResponses.of(page.page(request, null));
  }

  /** Redirects a signed-in browser to the app client, unless the prompt parameter forbids it. */
  private Response authorize(PageRequest request) {
    String prompt = request.http().parameter("prompt").orElse("");
    Optional<Response> signedIn =
        prompt.contains("login") ? Optional.empty() : redirect.ifSignedIn(request);
    return signedIn.orElseGet(
        () ->
            prompt.equals("none")
                ? request.authorizationRequest().redirect(Map.of("error", "login_required"))
                : request.redirect("/login"));
  }

  private Response submit(PageRequest request) {
    String path = request.http().path();
    HostedPage page = pages.getOrDefault(path, confirmUser);
    if (!csrfTokens.isValid(request.http(), Optional.of(request.field(CsrfTokens.FIELD)))) {
      return HtmlResponses.of(page.page(request, FORM_EXPIRED));
    }
    try {
      return path.equals("/resendcode") ? confirmUser.resend(request) : page.submit(request);
    } catch (AwsException e) {
      return HtmlResponses.of(page.page(request, e.text()));
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
