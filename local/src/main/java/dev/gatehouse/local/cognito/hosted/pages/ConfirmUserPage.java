package dev.gatehouse.local.cognito.hosted.pages;

import com.google.gson.JsonElement;
import dev.gatehouse.local.cognito.hosted.html.FormField;
import dev.gatehouse.local.cognito.hosted.html.FormPage;
import dev.gatehouse.local.cognito.hosted.html.HtmlResponses;
import dev.gatehouse.local.cognito.hosted.session.BrowserSession;
import dev.gatehouse.local.cognito.hosted.session.BrowserSession.Stage;
import dev.gatehouse.local.cognito.hosted.session.PageRequest;
import dev.gatehouse.local.cognito.hosted.session.SignInRedirect;
import dev.gatehouse.local.http.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page for the confirmation code of a sign-up: {@code /confirmUser}. */
public record ConfirmUserPage(
    AppClientOperations operations,
    SignInRedirect redirect,
    LoginPage login,
    SecondFactorPage secondFactor)
    implements HostedPage {

  @Override
  public FormPage page(PageRequest request, @Nullable String problem) {
    Optional<BrowserSession> session = redirect.session(request, Stage.UNCONFIRMED);
    FormPage page =
        request
            .newPage("Confirm your address", "/confirmUser", "Confirm")
            .withLead(lead(session.map(BrowserSession::destination).orElse("")))
            .withProblem(problem);
    page =
        session.isPresent()
            ? page.withButtonForm(request.address("/resendcode"), "Send a new code")
            : page.withFields(
                FormField.username(request.emailAsUsername(), request.strippedField("username")));
    return page.withFields(FormField.code()).withLink(request.address("/login"), "Back to sign in");
  }

  @Override
  public Response submit(PageRequest request) {
    Optional<BrowserSession> session = redirect.session(request, Stage.UNCONFIRMED);
    String username =
        session.map(BrowserSession::username).orElseGet(() -> request.strippedField("username"));
    String code = request.strippedField("code");
    operations.execute("ConfirmSignUp", request.app(), username, "ConfirmationCode", code);
    // The session proves that this browser had the password. A code alone signs nobody in.
    return session
        .flatMap(found -> redirect.user(request, found))
        .map(user -> secondFactor.next(request, user))
        .orElseGet(
            () -> login.withNotice(request, "Your address is confirmed. You can sign in now."));
  }

  /** Sends a new code to the user who signed up in this browser: {@code /resendcode}. */
  public Response resend(PageRequest request) {
    Optional<BrowserSession> session = redirect.session(request, Stage.UNCONFIRMED);
    if (session.isEmpty()) {
      return request.redirect("/confirmUser");
    }
    JsonElement result =
        operations.execute("ResendConfirmationCode", request.app(), session.get().username());
    String destination = AppClientOperations.destination(result);
    String notice = "A new code is on its way to %s.".formatted(destination);
    return HtmlResponses.of(page(request, null).withNotice(notice));
  }

  private static String lead(String destination) {
    return destination.isEmpty()
        ? "Type the code from the mail that we sent you."
        : "We sent a code to %s. Type it here.".formatted(destination);
  }
}
