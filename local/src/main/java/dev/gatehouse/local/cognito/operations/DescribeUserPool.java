package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.wire.Input;
import dev.gatehouse.local.cognito.wire.Json;
import dev.gatehouse.local.cognito.wire.Shape;

/** Describes a pool. */
record DescribeUserPool(UserPools pools) implements Operation {

  @Override
  public Shape shape() {
    return Shape.with().required("UserPoolId", Shape.POOL_ID).shape();
  }

  @Override
  public JsonObject answer(Input input) {
    return Json.object("UserPool", Described.pool(pools.pool(input.text("UserPoolId"))));
  }
}
