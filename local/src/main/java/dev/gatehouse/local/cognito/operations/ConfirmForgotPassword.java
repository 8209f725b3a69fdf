package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.codes.Confirmation;
import dev.gatehouse.local.cognito.limits.Attempts;
import dev.gatehouse.local.cognito.limits.Attempts.Action;
import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.pools.Code.Purpose;
import dev.gatehouse.local.cognito.pools.Password;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.pools.UserStatus;
import dev.gatehouse.local.cognito.signin.SecretHash;
import dev.gatehouse.local.cognito.triggers.Caller;
import dev.gatehouse.local.cognito.triggers.PostConfirmation;
import dev.gatehouse.local.cognito.wire.Input;
import dev.gatehouse.local.cognito.wire.Shape;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Sets a new password for somebody who has the code from the mail, then tells PostConfirmation. */
record ConfirmForgotPassword(
    UserPools pools, Attempts attempts, PostConfirmation postConfirmation, Clock clock)
    implements Operation {

  @Override
  public Shape shape() {
    return Shape.with()
        .required("ClientId", Shape.CLIENT_ID)
        .optional("SecretHash", Shape.SECRET_HASH)
        .required("Username", Shape.USERNAME)
        .required("ConfirmationCode", Shape.CODE)
        .required("Password", Shape.PASSWORD)
        .optional("ClientMetadata", Shape.METADATA)
        .shape();
  }

  @Override
  public JsonObject answer(Input input) {
    AppClient app = pools.client(input.text("ClientId"));
    String name = input.text("Username");
    SecretHash.check(app, name, input.optional("SecretHash"));
    // Before the user is looked up, so that it says nothing about whether there is one.
    app.pool().settings().passwords().check(input.text("Password"));
    Optional<PoolUser> found = app.pool().users().find(name);
    String username = found.map(PoolUser::username).orElse(name);
    attempts.count(Action.RESET_PASSWORD, app.pool().id(), username);
    if (found.isEmpty()) {
      throw Unknown.withCode(app);
    }
    Password password = Password.permanent(input.text("Password"));
    String code = input.text("ConfirmationCode");
    Instant now = clock.instant();
    PoolUser user =
        app.pool().users().update(username, current -> reset(current, code, password, now));
    Caller caller = new Caller(app.id(), input.map("ClientMetadata"));
    postConfirmation.ofForgotPassword(app.pool(), user, caller);
    return new JsonObject();
  }

  private static PoolUser reset(PoolUser user, String code, Password password, Instant now) {
    Confirmation.check(user, Purpose.RESET, code, now);
    return user.without(Purpose.RESET).with(password, now).with(UserStatus.CONFIRMED, now);
  }
}
