package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.pools.Code.Purpose;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.pools.UserStatus;
import dev.gatehouse.local.cognito.triggers.Caller;
import dev.gatehouse.local.cognito.triggers.PostConfirmation;
import dev.gatehouse.local.cognito.wire.Input;
import dev.gatehouse.local.cognito.wire.Shape;
import java.time.Clock;

/** Confirms a user without a code, which leaves the address unverified. */
record AdminConfirmSignUp(UserPools pools, PostConfirmation postConfirmation, Clock clock)
    implements Operation {

  @Override
  public Shape shape() {
    return AdminUser.shape().optional("ClientMetadata", Shape.METADATA).shape();
  }

  @Override
  public JsonObject answer(Input input) {
    UserPool pool = AdminUser.pool(pools, input);
    String username = AdminUser.find(pools, input).username();
    PoolUser user = pool.users().update(username, this::confirm);
    postConfirmation.ofSignUp(pool, user, Caller.admin(input.map("ClientMetadata")));
    return new JsonObject();
  }

  private PoolUser confirm(PoolUser user) {
    ConfirmSignUp.refuseUnlessUnconfirmed(user);
    return user.without(Purpose.SIGN_UP).with(UserStatus.CONFIRMED, clock.instant());
  }
}
