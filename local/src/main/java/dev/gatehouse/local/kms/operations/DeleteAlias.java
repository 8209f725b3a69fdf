package dev.gatehouse.local.kms.operations;

import com.google.gson.JsonNull;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.kms.keys.KmsKeys;

/** The operation that deletes an alias. */
record DeleteAlias(KmsKeys keys) implements Operation {

  @Override
  public RequestShape shape() {
    return RequestShape.builder().required("AliasName", KmsShapes.ALIAS).build();
  }

  @Override
  public JsonNull execute(AwsRequest request) {
    keys.removeAlias(request.text("AliasName"));
    return JsonNull.INSTANCE;
  }
}
