package dev.gatehouse.local.kms.operations;

import com.google.gson.JsonNull;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.kms.keys.KmsKey;
import dev.gatehouse.local.kms.keys.KmsKeys;

/** The operation that enables a key until the emulator stops. */
record EnableKey(KmsKeys keys) implements Operation {

  @Override
  public RequestShape shape() {
    return RequestShape.builder().required("KeyId", KmsShapes.KEY_ID).build();
  }

  @Override
  public JsonNull execute(AwsRequest request) {
    KmsKey key = KmsShapes.requireNotDeleted(keys.find(request.text("KeyId")));
    keys.replace(key.withEnabled(true));
    return JsonNull.INSTANCE;
  }
}
