package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.pools.PoolClient;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.wire.CognitoError;
import dev.gatehouse.local.cognito.wire.Input;
import dev.gatehouse.local.cognito.wire.Json;
import dev.gatehouse.local.cognito.wire.Shape;

/** Describes an app client of a pool. */
record DescribeUserPoolClient(UserPools pools) implements Operation {

  @Override
  public Shape shape() {
    return Shape.with()
        .required("UserPoolId", Shape.POOL_ID)
        .required("ClientId", Shape.CLIENT_ID)
        .shape();
  }

  @Override
  public JsonObject answer(Input input) {
    UserPool pool = pools.pool(input.text("UserPoolId"));
    String clientId = input.text("ClientId");
    PoolClient client =
        pool.client(clientId).orElseThrow(() -> CognitoError.clientDoesNotExist(clientId));
    return Json.object("UserPoolClient", Described.client(pool, client));
  }
}
