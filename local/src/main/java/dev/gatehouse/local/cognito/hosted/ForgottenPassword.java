package dev.gatehouse.local.cognito.hosted;

import com.google.gson.JsonElement;
import dev.gatehouse.local.cognito.hosted.Visitor.Stage;
import dev.gatehouse.local.http.Response;
import org.jspecify.annotations.Nullable;

/** Sends a code to somebody who forgot the password: {@code /forgotPassword}. */
record ForgottenPassword(Calls calls, Arrival arrival) implements HostedPage {

  @Override
  public FormPage page(Visit visit, @Nullable String problem) {
    return visit
        .page("Forgot your password?", "/forgotPassword", "Send a code")
        .about("We will mail you a code that lets you set a new one.")
        .failed(problem)
        .with(Field.username(visit.byEmail(), visit.stripped("username")))
        .link(visit.to("/login"), "Back to sign in");
  }

  @Override
  public Response take(Visit visit) {
    String username = visit.stripped("username");
    JsonElement answer = calls.call("ForgotPassword", visit.app(), username);
    return arrival.greet(
        visit, Stage.RESETTING, username, Calls.destination(answer), "/confirmForgotPassword");
  }
}
