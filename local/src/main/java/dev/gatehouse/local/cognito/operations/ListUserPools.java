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

/** The operation that lists the user pools. */
public record ListUserPools(UserPools pools) implements Operation {

  @Override
  public RequestShape shape() {
    return RequestShape.builder()
        .optional("NextToken", MemberConstraints.PAGINATION_TOKEN)
        .required("MaxResults", new Whole(1, Pagination.MAX_SIZE))
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    int size = request.number("MaxResults").orElse(Pagination.MAX_SIZE);
    return Pagination.fromToken(request.optional("NextToken"), size)
        .page(pools.all(), ListUserPools::summary, "UserPools", "NextToken");
  }

  private static JsonObject summary(UserPool pool) {
    JsonObject declared = pool.settings().declared();
    return Json.object(
        "Id", pool.id(),
        "Name", pool.settings().name(),
        "LambdaConfig",
            declared.has("LambdaConfig") ? declared.get("LambdaConfig") : new JsonObject(),
        "LastModifiedDate", Json.epochSeconds(pool.modified()),
        "CreationDate", Json.epochSeconds(pool.created()));
  }
}
