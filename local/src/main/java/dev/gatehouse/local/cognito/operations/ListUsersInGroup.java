package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.requests.GroupRequest;
import dev.gatehouse.local.cognito.requests.ResponseJson;

/** The operation that lists the users of a group, the oldest first. */
public record ListUsersInGroup(UserPools pools) implements Operation {

  @Override
  public RequestShape shape() {
    return GroupRequest.withPage(GroupRequest.shape()).build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    UserPool pool = pools.pool(request.text("UserPoolId"));
    String group = pool.groups().get(request.text("GroupName")).name();
    return GroupRequest.page(request)
        .page(
            pool.users().all().stream().filter(user -> user.groups().contains(group)).toList(),
            user -> ResponseJson.summary(user, "Attributes", name -> true),
            "Users",
            "NextToken");
  }
}
