package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.codes.Confirmation;
import dev.gatehouse.local.cognito.limits.Attempts;
import dev.gatehouse.local.cognito.limits.Attempts.Action;
import dev.gatehouse.local.cognito.pools.Code.Purpose;
import dev.gatehouse.local.cognito.pools.Password;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.pools.UserStatus;
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
    NamedCall call = NamedCall.of(pools, input);
    // Before the user is looked up, so that it says nothing about whether there is one.
    call.pool().settings().passwords().check(input.text("Password"));
    Optional<PoolUser> found = call.attempt(attempts, Action.RESET_PASSWORD);
    if (found.isEmpty()) {
      throw Unknown.withCode(call.app());
    }
    Password password = Password.permanent(input.text("Password"));
    String code = input.text("ConfirmationCode");
    Instant now = clock.instant();
    String username = found.get().username();
    PoolUser user =
        call.pool().users().update(username, current -> reset(current, code, password, now));
    postConfirmation.ofForgotPassword(call.pool(), user, call.caller());
    return new JsonObject();
  }

  private static PoolUser reset(PoolUser user, String code, Password password, Instant now) {
    Confirmation.check(user, Purpose.RESET, code, now);
    return user.without(Purpose.RESET).with(password, now).with(UserStatus.CONFIRMED, now);
  }
}
