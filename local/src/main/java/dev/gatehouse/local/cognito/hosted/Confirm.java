package dev.gatehouse.local.cognito.hosted;

import com.google.gson.JsonElement;
import dev.gatehouse.local.cognito.hosted.Visitor.Stage;
import dev.gatehouse.local.http.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes the code that proves an address: {@code /confirmUser}. */
record Confirm(Calls calls, Arrival arrival, Login login) implements HostedPage {

  @Override
  public FormPage page(Visit visit, @Nullable String problem) {
    Optional<Visitor> known = arrival.find(visit, Stage.UNCONFIRMED);
    FormPage page =
        visit
            .page("Confirm your address", "/confirmUser", "Confirm")
            .about(lead(known.map(Visitor::destination).orElse("")))
            .failed(problem);
    page =
        known.isPresent()
            ? page.or(visit.to("/resendcode"), "Send a new code")
            : page.with(Field.username(visit.byEmail(), visit.stripped("username")));
    return page.with(Field.code()).link(visit.to("/login"), "Back to sign in");
  }

  @Override
  public Response take(Visit visit) {
    Optional<Visitor> known = arrival.find(visit, Stage.UNCONFIRMED);
    String username = known.map(Visitor::name).orElseGet(() -> visit.stripped("username"));
    String code = visit.stripped("code");
    calls.call("ConfirmSignUp", visit.app(), username, "ConfirmationCode", code);
    // Whoever gave the password in this browser is signed in; a code alone signs nobody in.
    return known
        .flatMap(visitor -> arrival.user(visit, visitor))
        .map(user -> arrival.of(visit, user))
        .orElseGet(() -> login.after(visit, "Your address is confirmed. You can sign in now."));
  }

  /** Sends a new code to whom this browser signed up: {@code /resendcode}. */
  Response resend(Visit visit) {
    Optional<Visitor> known = arrival.find(visit, Stage.UNCONFIRMED);
    if (known.isEmpty()) {
      return visit.redirect("/confirmUser");
    }
    JsonElement answer = calls.call("ResendConfirmationCode", visit.app(), known.get().name());
    String notice = "A new code is on its way to %s.".formatted(Calls.destination(answer));
    return Visit.show(page(visit, null).succeeded(notice));
  }

  private static String lead(String destination) {
    return destination.isEmpty()
        ? "Type the code from the mail that we sent you."
        : "We sent a code to %s. Type it here.".formatted(destination);
  }
}
