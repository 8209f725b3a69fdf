package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.codes.Confirmation;
import dev.gatehouse.local.cognito.limits.Attempts;
import dev.gatehouse.local.cognito.limits.Attempts.Action;
import dev.gatehouse.local.cognito.pools.Code.Purpose;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.pools.UserStatus;
import dev.gatehouse.local.cognito.triggers.PostConfirmation;
import dev.gatehouse.local.cognito.wire.CognitoError;
import dev.gatehouse.local.cognito.wire.Input;
import dev.gatehouse.local.cognito.wire.Shape;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Confirms a user who has the code from the mail, then tells PostConfirmation. */
record ConfirmSignUp(
    UserPools pools, Attempts attempts, PostConfirmation postConfirmation, Clock clock)
    implements Operation {

  @Override
  public Shape shape() {
    return Shape.with()
        .required("ClientId", Shape.CLIENT_ID)
        .optional("SecretHash", Shape.SECRET_HASH)
        .required("Username", Shape.USERNAME)
        .required("ConfirmationCode", Shape.CODE)
        .optional("ForceAliasCreation", Shape.FLAG)
        .optional("ClientMetadata", Shape.METADATA)
        .shape();
  }

  @Override
  public JsonObject answer(Input input) {
    NamedCall call = NamedCall.of(pools, input);
    Optional<PoolUser> found = call.attempt(attempts, Action.CONFIRM_SIGN_UP);
    if (found.isEmpty()) {
      throw Unknown.withCode(call.app());
    }
    String code = input.text("ConfirmationCode");
    Instant now = clock.instant();
    String username = found.get().username();
    PoolUser user = call.pool().users().update(username, current -> confirm(current, code, now));
    postConfirmation.ofSignUp(call.pool(), user, call.caller());
    return new JsonObject();
  }

  private static PoolUser confirm(PoolUser user, String code, Instant now) {
    refuseUnlessUnconfirmed(user);
    Confirmation.check(user, Purpose.SIGN_UP, code, now);
    return user.without(Purpose.SIGN_UP)
        .withAttribute("email_verified", "true")
        .with(UserStatus.CONFIRMED, now);
  }

  static void refuseUnlessUnconfirmed(PoolUser user) {
    if (user.status() != UserStatus.UNCONFIRMED) {
      throw CognitoError.notAuthorized(
          "User cannot be confirmed. Current status is " + user.status());
    }
  }
}
