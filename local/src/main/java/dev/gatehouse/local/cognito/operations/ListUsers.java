package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Constraint.ListOf;
import dev.gatehouse.local.awsjson.Constraint.Text;
import dev.gatehouse.local.awsjson.Constraint.Whole;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;
import dev.gatehouse.local.cognito.requests.Pagination;
import dev.gatehouse.local.cognito.requests.ResponseJson;
import dev.gatehouse.local.cognito.requests.UserFilter;
import java.util.List;

/** The operation that lists the users of a pool, the oldest first. */
public record ListUsers(UserPools pools) implements Operation {

  @Override
  public RequestShape shape() {
    return RequestShape.builder()
        .required("UserPoolId", MemberConstraints.USER_POOL_ID)
        .optional("AttributesToGet", new ListOf(MemberConstraints.ATTRIBUTE_NAME))
        .optional("Limit", new Whole(0, Pagination.MAX_SIZE))
        .optional("PaginationToken", MemberConstraints.PAGINATION_TOKEN)
        .optional("Filter", new Text(0, 256, null, false))
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    UserPool pool = pools.pool(request.text("UserPoolId"));
    int limit = request.number("Limit").orElse(0);
    List<String> attributesToGet = request.texts("AttributesToGet");
    List<PoolUser> users =
        pool.users().all().stream()
            .filter(UserFilter.parse(request.optional("Filter").orElse("")))
            .toList();
    return Pagination.fromToken(
            request.optional("PaginationToken"), limit == 0 ? Pagination.MAX_SIZE : limit)
        .page(
            users,
            user ->
                ResponseJson.summary(
                    user,
                    "Attributes",
                    name -> attributesToGet.isEmpty() || attributesToGet.contains(name)),
            "Users",
            "PaginationToken");
  }
}
