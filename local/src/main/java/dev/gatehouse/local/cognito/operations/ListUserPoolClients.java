package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.wire.Constraint.Whole;
import dev.gatehouse.local.cognito.wire.Input;
import dev.gatehouse.local.cognito.wire.Json;
import dev.gatehouse.local.cognito.wire.Shape;

/** Lists the app clients of a pool. */
record ListUserPoolClients(UserPools pools) implements Operation {

  @Override
  public Shape shape() {
    return Shape.with()
        .required("UserPoolId", Shape.POOL_ID)
        .optional("MaxResults", new Whole(1, Page.LONGEST))
        .optional("NextToken", Shape.PAGE)
        .shape();
  }

  @Override
  public JsonObject answer(Input input) {
    UserPool pool = pools.pool(input.text("UserPoolId"));
    int size = input.number("MaxResults").orElse(Page.LONGEST);
    return Page.of(input.optional("NextToken"), size)
        .of(
            pool.clients(),
            client ->
                Json.object(
                    "ClientId", client.id(),
                    "UserPoolId", pool.id(),
                    "ClientName", client.settings().name()),
            "UserPoolClients",
            "NextToken");
  }
}
