package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Constraint.Whole;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;
import dev.gatehouse.local.cognito.requests.Pagination;

/** The operation that lists the resource servers of a user pool. */
public record ListResourceServers(UserPools pools) implements Operation {
  private static final int LONGEST_PAGE = 50;

  @Override
  public RequestShape shape() {
    return RequestShape.builder()
        .required("UserPoolId", MemberConstraints.USER_POOL_ID)
        .optional("MaxResults", new Whole(1, LONGEST_PAGE))
        .optional("NextToken", MemberConstraints.PAGINATION_TOKEN)
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    UserPool pool = pools.pool(request.text("UserPoolId"));
    return Pagination.fromToken(
            request.optional("NextToken"), request.number("MaxResults").orElse(LONGEST_PAGE))
        .page(
            pool.resources().servers(),
            server -> server.json(pool.id()),
            "ResourceServers",
            "NextToken");
  }
}
