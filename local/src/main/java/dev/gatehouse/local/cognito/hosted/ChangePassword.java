package dev.gatehouse.local.cognito.hosted;

import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.signin.NewPasswordChallenge;
import dev.gatehouse.local.http.Response;
import org.jspecify.annotations.Nullable;

/** Has somebody with a temporary password choose their own: {@code /changePassword}. */
record ChangePassword(NewPasswordChallenge challenge, Arrival arrival) implements HostedPage {

  /** Returns the page for somebody who has just given the temporary password. */
  Response begin(Visit visit, PoolUser user) {
    return Visit.show(page(visit, null, user.username(), challenge.session(visit.app(), user)));
  }

  @Override
  public FormPage page(Visit visit, @Nullable String problem) {
    return page(visit, problem, visit.typed("username"), visit.typed("session"));
  }

  @Override
  public Response take(Visit visit) {
    return arrival.of(
        visit,
        challenge.choose(
            visit.app(), visit.typed("session"), visit.typed("username"), visit.typed("password")));
  }

  private static FormPage page(
      Visit visit, @Nullable String problem, String username, String session) {
    return visit
        .page("Choose a password", "/changePassword", "Save and sign in")
        .about("Your password was a temporary one.")
        .failed(problem)
        .with(
            Field.hidden("username", username),
            Field.hidden("session", session),
            Field.newPassword(visit.pool().settings().passwords().inWords()));
  }
}
