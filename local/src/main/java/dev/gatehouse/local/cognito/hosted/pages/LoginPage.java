package dev.gatehouse.local.cognito.hosted.pages;

import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.cognito.hosted.html.FormField;
import dev.gatehouse.local.cognito.hosted.html.FormPage;
import dev.gatehouse.local.cognito.hosted.html.HtmlResponses;
import dev.gatehouse.local.cognito.hosted.session.BrowserSession.Stage;
import dev.gatehouse.local.cognito.hosted.session.PageRequest;
import dev.gatehouse.local.cognito.hosted.session.SignInRedirect;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserStatus;
import dev.gatehouse.local.cognito.signin.SignInFlows;
import dev.gatehouse.local.http.Response;
import org.jspecify.annotations.Nullable;

/** The page that signs a user in with a password: {@code /login}. */
public record LoginPage(
    SignInFlows signIn,
    SignInRedirect redirect,
    ChangePasswordPage changePassword,
    SecondFactorPage secondFactor)
    implements HostedPage {

  @Override
  public FormPage page(PageRequest request, @Nullable String problem) {
    FormPage page =
        request
            .newPage("Sign in", "/login", "Sign in")
            .withProblem(problem)
            .withFields(
                FormField.username(request.emailAsUsername(), request.strippedField("username")),
                FormField.currentPassword())
            .withLink(request.address("/forgotPassword"), "Forgot your password?");
    return request.pool().settings().adminCreateUserOnly()
        ? page
        : page.withLink(request.address("/signup"), "Create an account");
  }

  /** Returns the page with a confirmation of the last action. */
  Response withNotice(PageRequest request, String notice) {
    return HtmlResponses.of(page(request, null).withNotice(notice));
  }

  @Override
  public Response submit(PageRequest request) {
    String username = request.strippedField("username");
    try {
      PoolUser user =
          signIn.passwordSignIn().authenticate(request.app(), username, request.field("password"));
      if (user.status() == UserStatus.FORCE_CHANGE_PASSWORD) {
        return changePassword.start(request, user);
      }
      return secondFactor.next(request, user);
    } catch (AwsException e) {
      // The password is right, so the sign-up continues with the confirmation.
      if (e.type().equals("UserNotConfirmedException")) {
        return redirect.toPage(request, Stage.UNCONFIRMED, username, "", "/confirmUser");
      }
      throw e;
    }
  }
}
