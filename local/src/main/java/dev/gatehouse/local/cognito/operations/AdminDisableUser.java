package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.wire.Input;
import dev.gatehouse.local.cognito.wire.Shape;
import java.time.Clock;

/** Shuts a user out. */
record AdminDisableUser(UserPools pools, Clock clock) implements Operation {

  @Override
  public Shape shape() {
    return AdminUser.shape().shape();
  }

  @Override
  public JsonObject answer(Input input) {
    String username = AdminUser.find(pools, input).username();
    AdminUser.pool(pools, input)
        .users()
        .update(username, user -> user.enabled(false, clock.instant()));
    return new JsonObject();
  }
}
