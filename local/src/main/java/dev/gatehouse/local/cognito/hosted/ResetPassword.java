package dev.gatehouse.local.cognito.hosted;

import dev.gatehouse.local.cognito.hosted.Visitor.Stage;
import dev.gatehouse.local.http.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sets a new password with the code from the mail: {@code /confirmForgotPassword}. */
record ResetPassword(Calls calls, Arrival arrival, Login login) implements HostedPage {

  @Override
  public FormPage page(Visit visit, @Nullable String problem) {
    Optional<Visitor> known = arrival.find(visit, Stage.RESETTING);
    FormPage page =
        visit
            .page("Set a new password", "/confirmForgotPassword", "Set the password")
            .failed(problem)
            .link(visit.to("/forgotPassword"), "Send another code");
    page =
        known.isPresent()
            ? page.about("We sent a code to %s.".formatted(known.get().destination()))
            : page.with(Field.username(visit.byEmail(), visit.stripped("username")));
    return page.with(
        Field.code(), Field.newPassword(visit.pool().settings().passwords().inWords()));
  }

  @Override
  public Response take(Visit visit) {
    String username =
        arrival
            .find(visit, Stage.RESETTING)
            .map(Visitor::name)
            .orElseGet(() -> visit.stripped("username"));
    calls.call(
        "ConfirmForgotPassword",
        visit.app(),
        username,
        "ConfirmationCode",
        visit.stripped("code"),
        "Password",
        visit.typed("password"));
    return login.after(visit, "Your password is set. Sign in with it.");
  }
}
