package dev.gatehouse.local.kms.operations;

import com.google.gson.JsonNull;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.kms.keys.KmsKeys;

/** The operation that lets an alias name another key. */
record UpdateAlias(KmsKeys keys) implements Operation {

  @Override
  public RequestShape shape() {
    return RequestShape.builder()
        .required("AliasName", KmsShapes.ALIAS)
        .required("TargetKeyId", KmsShapes.KEY_ID)
        .build();
  }

  @Override
  public JsonNull execute(AwsRequest request) {
    keys.updateAlias(request.text("AliasName"), keys.find(request.text("TargetKeyId")));
    return JsonNull.INSTANCE;
  }
}
