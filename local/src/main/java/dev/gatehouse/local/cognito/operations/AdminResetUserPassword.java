package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.codes.Delivery;
import dev.gatehouse.local.cognito.codes.Message;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.pools.UserStatus;
import dev.gatehouse.local.cognito.triggers.Caller;
import dev.gatehouse.local.cognito.wire.CognitoError;
import dev.gatehouse.local.cognito.wire.Input;
import dev.gatehouse.local.cognito.wire.Shape;
import java.time.Clock;

/** Makes a user's password useless and mails the code that sets a new one. */
record AdminResetUserPassword(UserPools pools, Delivery delivery, Clock clock)
    implements Operation {

  @Override
  public Shape shape() {
    return AdminUser.shape().optional("ClientMetadata", Shape.METADATA).shape();
  }

  @Override
  public JsonObject answer(Input input) {
    UserPool pool = AdminUser.pool(pools, input);
    PoolUser user = AdminUser.find(pools, input);
    if (user.status() != UserStatus.CONFIRMED && user.status() != UserStatus.RESET_REQUIRED) {
      throw CognitoError.notAuthorized("User password cannot be reset in the current state.");
    }
    if (!user.emailVerified()) {
      throw ForgotPassword.unreachable();
    }
    PoolUser reset =
        pool.users()
            .update(
                user.username(),
                current -> current.with(UserStatus.RESET_REQUIRED, clock.instant()));
    Caller caller = Caller.admin(input.map("ClientMetadata"));
    delivery.sendCode(Message.FORGOT_PASSWORD, pool, reset, caller);
    return new JsonObject();
  }
}
