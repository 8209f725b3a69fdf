package dev.gatehouse.local.kms.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.kms.keys.KmsKeys;
import java.time.Instant;

/** The operation that returns the metadata of a key, named by id, ARN or alias. */
record DescribeKey(KmsKeys keys, Instant created) implements Operation {

  @Override
  public RequestShape shape() {
    return KmsShapes.builder().required("KeyId", KmsShapes.KEY_ID).build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    return Json.object("KeyMetadata", keys.find(request.text("KeyId")).metadata(created));
  }
}
