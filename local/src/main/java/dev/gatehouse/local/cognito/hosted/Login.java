package dev.gatehouse.local.cognito.hosted;

import dev.gatehouse.local.cognito.hosted.Visitor.Stage;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserStatus;
import dev.gatehouse.local.cognito.signin.SignIn;
import dev.gatehouse.local.cognito.wire.CognitoError;
import dev.gatehouse.local.http.Response;
import org.jspecify.annotations.Nullable;

/** Signs in with a password: {@code /login}. */
record Login(SignIn signIn, Arrival arrival, ChangePassword changePassword) implements HostedPage {

  @Override
  public FormPage page(Visit visit, @Nullable String problem) {
    FormPage page =
        visit
            .page("Sign in", "/login", "Sign in")
            .failed(problem)
            .with(
                Field.username(visit.byEmail(), visit.stripped("username")),
                Field.currentPassword())
            .link(visit.to("/forgotPassword"), "Forgot your password?");
    return visit.pool().settings().adminOnly()
        ? page
        : page.link(visit.to("/signup"), "Create an account");
  }

  /** Returns the page after something else went well. */
  Response after(Visit visit, String notice) {
    return Visit.show(page(visit, null).succeeded(notice));
  }

  @Override
  public Response take(Visit visit) {
    String username = visit.stripped("username");
    try {
      PoolUser user = signIn.byPassword().prove(visit.app(), username, visit.typed("password"));
      return user.status() == UserStatus.FORCE_CHANGE_PASSWORD
          ? changePassword.begin(visit, user)
          : arrival.of(visit, user);
    } catch (CognitoError e) {
      // Who knows the password but did not confirm yet goes on where they left off.
      if (e.type().equals("UserNotConfirmedException")) {
        return arrival.greet(visit, Stage.UNCONFIRMED, username, "", "/confirmUser");
      }
      throw e;
    }
  }
}
