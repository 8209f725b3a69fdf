package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Constraint.TextMap;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.requests.PoolTags;
import dev.gatehouse.local.kms.DataKeys;
import java.time.Clock;

/** The operation that adds tags to a user pool. */
public record TagResource(UserPools pools, DataKeys keys, Clock clock) implements Operation {

  @Override
  public RequestShape shape() {
    return PoolTags.shape().required("Tags", new TextMap(false)).build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    UserPool pool = PoolTags.pool(pools, request);
    PoolTags.change(
        pool, keys, clock.instant(), tags -> request.map("Tags").forEach(tags::addProperty));
    return new JsonObject();
  }
}
