package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.requests.GroupRequest;

/** The operation that deletes a group; its users stay. */
public record DeleteGroup(UserPools pools) implements Operation {

  @Override
  public RequestShape shape() {
    return GroupRequest.shape().build();
  }

  @Override
  public JsonElement execute(AwsRequest request) {
    UserPool pool = pools.pool(request.text("UserPoolId"));
    pool.remove(pool.groups().get(request.text("GroupName")));
    return JsonNull.INSTANCE;
  }
}
