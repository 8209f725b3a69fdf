package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;
import dev.gatehouse.local.cognito.requests.UserPoolJson;

/** The operation that returns a user pool. */
public record DescribeUserPool(UserPools pools) implements Operation {

  @Override
  public RequestShape shape() {
    return RequestShape.builder().required("UserPoolId", MemberConstraints.USER_POOL_ID).build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    return Json.object("UserPool", UserPoolJson.of(pools.pool(request.text("UserPoolId"))));
  }
}
