package dev.gatehouse.local.kms.operations;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.kms.keys.KmsKeys;

/** The operation that lists every key, on one page. */
record ListKeys(KmsKeys keys) implements Operation {

  @Override
  public RequestShape shape() {
    return RequestShape.builder().ignored("Limit").build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    JsonArray list = new JsonArray();
    keys.all().forEach(key -> list.add(Json.object("KeyArn", key.arn(), "KeyId", key.id())));
    return Json.object("Keys", list, "Truncated", false);
  }
}
