package dev.gatehouse.local.cognito.hosted.pages;

import dev.gatehouse.local.cognito.hosted.html.FormField;
import dev.gatehouse.local.cognito.hosted.html.FormPage;
import dev.gatehouse.local.cognito.hosted.html.HtmlResponses;
import dev.gatehouse.local.cognito.hosted.session.PageRequest;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.signin.NewPasswordChallenge.NewPasswordResponse;
import dev.gatehouse.local.cognito.signin.SignInFlows;
import dev.gatehouse.local.http.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page that replaces a temporary password: {@code /changePassword}. */
public record ChangePasswordPage(SignInFlows signIn, SecondFactorPage secondFactor)
    implements HostedPage {

  /** Returns the page for a user who has just entered the temporary password. */
  Response start(PageRequest request, PoolUser user) {
    String session = signIn.newPasswordChallenge().session(request.app(), user);
    return HtmlResponses.of(page(request, null, user.username(), session));
  }

  @Override
  public FormPage page(PageRequest request, @Nullable String problem) {
    return page(request, problem, request.field("username"), request.field("session"));
  }

  @Override
  public Response submit(PageRequest request) {
    PoolUser user =
        signIn
            .newPasswordChallenge()
            .setPassword(
                request.app(),
                request.field("session"),
                request.field("username"),
                new NewPasswordResponse(
                    request.field("password"),
                    RequiredAttributes.of(request.pool()).values(request)));
    return secondFactor.next(request, user);
  }

  private static FormPage page(
      PageRequest request, @Nullable String problem, String username, String session) {
    RequiredAttributes missing =
        request
            .pool()
            .users()
            .find(username)
            .map(user -> RequiredAttributes.missing(request.pool(), user))
            .orElse(new RequiredAttributes(List.of()));
    return request
        .newPage("Choose a password", "/changePassword", "Save and sign in")
        .withLead("Your password was a temporary one.")
        .withProblem(problem)
        .withFields(FormField.hidden("username", username), FormField.hidden("session", session))
        .withFields(missing.fields(request))
        .withFields(FormField.newPassword(request.pool().settings().passwordPolicy().describe()));
  }
}
