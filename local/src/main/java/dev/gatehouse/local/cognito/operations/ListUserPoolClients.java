package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Constraint.Whole;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;
import dev.gatehouse.local.cognito.requests.Pagination;

/** The operation that lists the app clients of a user pool. */
public record ListUserPoolClients(UserPools pools) implements Operation {

  @Override
  public RequestShape shape() {
    return RequestShape.builder()
        .required("UserPoolId", MemberConstraints.USER_POOL_ID)
        .optional("MaxResults", new Whole(1, Pagination.MAX_SIZE))
        .optional("NextToken", MemberConstraints.PAGINATION_TOKEN)
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    UserPool pool = pools.pool(request.text("UserPoolId"));
    int size = request.number("MaxResults").orElse(Pagination.MAX_SIZE);
    return Pagination.fromToken(request.optional("NextToken"), size)
        .page(
            pool.clients(),
            client ->
                Json.object(
                    "ClientId", client.id(),
                    "UserPoolId", pool.id(),
                    "ClientName", client.settings().name()),
            "UserPoolClients",
            "NextToken");
  }
}
