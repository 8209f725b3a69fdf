package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.requests.GroupRequest;

/** The operation that returns a group. */
public record GetGroup(UserPools pools) implements Operation {

  @Override
  public RequestShape shape() {
    return GroupRequest.shape().build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    UserPool pool = pools.pool(request.text("UserPoolId"));
    return Json.object(
        "Group", GroupRequest.json(pool, pool.groups().get(request.text("GroupName"))));
  }
}
