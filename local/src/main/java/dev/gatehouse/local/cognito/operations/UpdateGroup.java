package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.pools.Group;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.requests.GroupRequest;
import java.time.Clock;

/** The operation that changes the given settings of a group. */
public record UpdateGroup(UserPools pools, Clock clock) implements Operation {

  @Override
  public RequestShape shape() {
    return GroupRequest.shapeWithSettings();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    UserPool pool = pools.pool(request.text("UserPoolId"));
    Group before = pool.groups().get(request.text("GroupName"));
    Group group = GroupRequest.withSettings(before, request, clock.instant());
    pool.groups().replace(group);
    return Json.object("Group", GroupRequest.json(pool, group));
  }
}
