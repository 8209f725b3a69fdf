package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.domains.ResourceServerRequest;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;

/** The operation that returns a resource server. */
public record DescribeResourceServer(UserPools pools) implements Operation {

  @Override
  public RequestShape shape() {
    return ResourceServerRequest.shape().build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    UserPool pool = pools.pool(request.text("UserPoolId"));
    return ResourceServerRequest.result(
        pool.id(), pool.resources().server(request.text("Identifier")));
  }
}
