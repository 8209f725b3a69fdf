package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonNull;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.domains.ResourceServerRequest;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;

/** The operation that deletes a resource server; app clients keep its scopes. */
public record DeleteResourceServer(UserPools pools) implements Operation {

  @Override
  public RequestShape shape() {
    return ResourceServerRequest.shape().build();
  }

  @Override
  public JsonNull execute(AwsRequest request) {
    UserPool pool = pools.pool(request.text("UserPoolId"));
    pool.resources().remove(pool.resources().server(request.text("Identifier")));
    return JsonNull.INSTANCE;
  }
}
