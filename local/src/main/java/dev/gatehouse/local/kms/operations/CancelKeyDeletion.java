package dev.gatehouse.local.kms.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.kms.keys.KmsErrors;
import dev.gatehouse.local.kms.keys.KmsKey;
import dev.gatehouse.local.kms.keys.KmsKeys;

/** The operation that keeps a key, disabled, which was to be deleted. */
record CancelKeyDeletion(KmsKeys keys) implements Operation {

  @Override
  public RequestShape shape() {
    return RequestShape.builder().required("KeyId", KmsShapes.KEY_ID).build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    KmsKey key = keys.find(request.text("KeyId"));
    if (key.deletion() == null) {
      throw KmsErrors.invalidState(key.arn() + " is not pending deletion.");
    }
    keys.replace(key.withDeletion(null));
    return Json.object("KeyId", key.arn());
  }
}
