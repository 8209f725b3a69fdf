package dev.gatehouse.local.cognito.hosted.pages;

import com.google.gson.JsonElement;
import dev.gatehouse.local.cognito.hosted.html.FormField;
import dev.gatehouse.local.cognito.hosted.html.FormPage;
import dev.gatehouse.local.cognito.hosted.session.BrowserSession.Stage;
import dev.gatehouse.local.cognito.hosted.session.PageRequest;
import dev.gatehouse.local.cognito.hosted.session.SignInRedirect;
import dev.gatehouse.local.http.Response;
import org.jspecify.annotations.Nullable;

/** The page that requests a code to reset the password: {@code /forgotPassword}. */
public record ForgotPasswordPage(AppClientOperations operations, SignInRedirect redirect)
    implements HostedPage {

  @Override
  public FormPage page(PageRequest request, @Nullable String problem) {
    return request
        .newPage("Forgot your password?", "/forgotPassword", "Send a code")
        .withLead("We will mail you a code that lets you set a new one.")
        .withProblem(problem)
        .withFields(
            FormField.username(request.emailAsUsername(), request.strippedField("username")))
        .withLink(request.address("/login"), "Back to sign in");
  }

  @Override
  public Response submit(PageRequest request) {
    String username = request.strippedField("username");
    JsonElement result = operations.execute("ForgotPassword", request.app(), username);
    return redirect.toPage(
        request,
        Stage.RESETTING_PASSWORD,
        username,
        AppClientOperations.destination(result),
        "/confirmForgotPassword");
  }
}
