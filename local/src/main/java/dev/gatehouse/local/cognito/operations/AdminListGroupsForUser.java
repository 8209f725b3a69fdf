package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.requests.AdminUserRequest;
import dev.gatehouse.local.cognito.requests.GroupRequest;

/** The operation that lists the groups of a user. */
public record AdminListGroupsForUser(UserPools pools) implements Operation {

  @Override
  public RequestShape shape() {
    return GroupRequest.withPage(AdminUserRequest.shape()).build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    UserPool pool = AdminUserRequest.pool(pools, request);
    PoolUser user = AdminUserRequest.user(pools, request);
    return GroupRequest.page(request)
        .page(
            pool.groups().of(user), group -> GroupRequest.json(pool, group), "Groups", "NextToken");
  }
}
