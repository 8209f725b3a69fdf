package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.wire.Constraint.Whole;
import dev.gatehouse.local.cognito.wire.Input;
import dev.gatehouse.local.cognito.wire.Json;
import dev.gatehouse.local.cognito.wire.Shape;

/** Lists the pools. */
record ListUserPools(UserPools pools) implements Operation {

  @Override
  public Shape shape() {
    return Shape.with()
        .optional("NextToken", Shape.PAGE)
        .required("MaxResults", new Whole(1, Page.LONGEST))
        .shape();
  }

  @Override
  public JsonObject answer(Input input) {
    int size = input.number("MaxResults").orElse(Page.LONGEST);
    return Page.of(input.optional("NextToken"), size)
        .of(pools.all(), ListUserPools::summary, "UserPools", "NextToken");
  }

  private static JsonObject summary(UserPool pool) {
    JsonObject declared = pool.settings().declared();
    return Json.object(
        "Id", pool.id(),
        "Name", pool.settings().name(),
        "LambdaConfig",
            declared.has("LambdaConfig") ? declared.get("LambdaConfig") : new JsonObject(),
        "LastModifiedDate", Json.seconds(pool.created()),
        "CreationDate", Json.seconds(pool.created()));
  }
}
