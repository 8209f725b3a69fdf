package dev.gatehouse.local.cognito.hosted.pages;

import dev.gatehouse.local.cognito.hosted.html.FormField;
import dev.gatehouse.local.cognito.hosted.html.FormPage;
import dev.gatehouse.local.cognito.hosted.html.HtmlResponses;
import dev.gatehouse.local.cognito.hosted.session.PageRequest;
import dev.gatehouse.local.cognito.hosted.session.SignInRedirect;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.signin.NewPasswordChallenge;
import dev.gatehouse.local.http.Response;
import org.jspecify.annotations.Nullable;

/** The page that replaces a temporary password: {@code /changePassword}. */
public record ChangePasswordPage(NewPasswordChallenge challenge, SignInRedirect redirect)
    implements HostedPage {

  /** Returns the page for a user who has just entered the temporary password. */
  Response start(PageRequest request, PoolUser user) {
    String session = challenge.session(request.app(), user);
    return HtmlResponses.of(page(request, null, user.username(), session));
  }

  @Override
  public FormPage page(PageRequest request, @Nullable String problem) {
    return page(request, problem, request.field("username"), request.field("session"));
  }

  @Override
  public Response submit(PageRequest request) {
    return redirect.toClient(
        request,
        challenge.setPassword(
            request.app(),
            request.field("session"),
            request.field("username"),
            request.field("password")));
  }

  private static FormPage page(
      PageRequest request, @Nullable String problem, String username, String session) {
    return request
        .newPage("Choose a password", "/changePassword", "Save and sign in")
        .withLead("Your password was a temporary one.")
        .withProblem(problem)
        .withFields(
            FormField.hidden("username", username),
            FormField.hidden("session", session),
            FormField.newPassword(request.pool().settings().passwordPolicy().describe()));
  }
}
