package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;
import dev.gatehouse.local.cognito.requests.GroupRequest;

/** The operation that lists the groups of a user pool. */
public record ListGroups(UserPools pools) implements Operation {

  @Override
  public RequestShape shape() {
    return GroupRequest.withPage(
            RequestShape.builder().required("UserPoolId", MemberConstraints.USER_POOL_ID))
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    UserPool pool = pools.pool(request.text("UserPoolId"));
    return GroupRequest.page(request)
        .page(pool.groups().all(), group -> GroupRequest.json(pool, group), "Groups", "NextToken");
  }
}
