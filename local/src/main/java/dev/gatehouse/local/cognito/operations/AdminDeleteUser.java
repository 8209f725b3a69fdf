package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.wire.Input;
import dev.gatehouse.local.cognito.wire.Shape;

/** Deletes a user on behalf of an administrator. */
record AdminDeleteUser(UserPools pools) implements Operation {

  @Override
  public Shape shape() {
    return AdminUser.shape().shape();
  }

  @Override
  public JsonElement answer(Input input) {
    AdminUser.pool(pools, input).remove(AdminUser.find(pools, input));
    return JsonNull.INSTANCE;
  }
}
