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
import java.time.Instant;

/** The operation that creates a group. */
public record CreateGroup(UserPools pools, Clock clock) implements Operation {

  @Override
  public RequestShape shape() {
    return GroupRequest.shapeWithSettings();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    UserPool pool = pools.pool(request.text("UserPoolId"));
    Instant now = clock.instant();
    Group empty = new Group(request.text("GroupName"), null, null, null, now, now);
    Group group = GroupRequest.withSettings(empty, request, now);
    pool.groups().add(group);
    return Json.object("Group", GroupRequest.json(pool, group));
  }
}
