package dev.gatehouse.local.cognito.hosted.pages;

import dev.gatehouse.local.cognito.hosted.html.FormField;
import dev.gatehouse.local.cognito.hosted.html.FormPage;
import dev.gatehouse.local.cognito.hosted.session.BrowserSession;
import dev.gatehouse.local.cognito.hosted.session.BrowserSession.Stage;
import dev.gatehouse.local.cognito.hosted.session.PageRequest;
import dev.gatehouse.local.cognito.hosted.session.SignInRedirect;
import dev.gatehouse.local.http.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page that sets a new password with a code: {@code /confirmForgotPassword}. */
public record ConfirmForgotPasswordPage(
    AppClientOperations operations, SignInRedirect redirect, LoginPage login)
    implements HostedPage {

  @Override
  public FormPage page(PageRequest request, @Nullable String problem) {
    Optional<BrowserSession> session = redirect.session(request, Stage.RESETTING_PASSWORD);
    FormPage page =
        request
            .newPage("Set a new password", "/confirmForgotPassword", "Set the password")
            .withProblem(problem)
            .withLink(request.address("/forgotPassword"), "Send another code");
    page =
        session.isPresent()
            ? page.withLead("We sent a code to %s.".formatted(session.get().destination()))
            : page.withFields(
                FormField.username(request.emailAsUsername(), request.strippedField("username")));
    return page.withFields(
        FormField.code(),
        FormField.newPassword(request.pool().settings().passwordPolicy().describe()));
  }

  @Override
  public Response submit(PageRequest request) {
    String username =
        redirect
            .session(request, Stage.RESETTING_PASSWORD)
            .map(BrowserSession::username)
            .orElseGet(() -> request.strippedField("username"));
    operations.execute(
        "ConfirmForgotPassword",
        request.app(),
        username,
        "ConfirmationCode",
        request.strippedField("code"),
        "Password",
        request.field("password"));
    return login.withNotice(request, "Your password is set. Sign in with it.");
  }
}
