package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.wire.Input;
import dev.gatehouse.local.cognito.wire.Shape;

/** Tells an administrator about a user. */
record AdminGetUser(UserPools pools) implements Operation {

  @Override
  public Shape shape() {
    return AdminUser.shape().shape();
  }

  @Override
  public JsonObject answer(Input input) {
    return Described.user(AdminUser.find(pools, input), "UserAttributes", name -> true);
  }
}
