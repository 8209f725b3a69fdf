package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.requests.PoolTags;

/** The operation that lists the tags of a user pool. */
public record ListTagsForResource(UserPools pools) implements Operation {

  @Override
  public RequestShape shape() {
    return PoolTags.shape().build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    return Json.object("Tags", PoolTags.of(PoolTags.pool(pools, request)));
  }
}
