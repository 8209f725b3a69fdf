package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.requests.AdminUserRequest;
import dev.gatehouse.local.cognito.requests.GroupRequest;

/** The operation that removes a user from a group. */
public record AdminRemoveUserFromGroup(UserPools pools) implements Operation {

  @Override
  public RequestShape shape() {
    return AdminUserRequest.shape().required("GroupName", GroupRequest.NAME).build();
  }

  @Override
  public JsonElement execute(AwsRequest request) {
    UserPool pool = AdminUserRequest.pool(pools, request);
    String username = AdminUserRequest.user(pools, request).username();
    String group = pool.groups().get(request.text("GroupName")).name();
    pool.users().update(username, user -> user.withoutGroup(group));
    return JsonNull.INSTANCE;
  }
}
