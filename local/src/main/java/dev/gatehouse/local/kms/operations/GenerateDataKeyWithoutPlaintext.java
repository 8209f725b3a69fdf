package dev.gatehouse.local.kms.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;

/** The operation that returns a new data key, encrypted under a KMS key. */
record GenerateDataKeyWithoutPlaintext(GenerateDataKey generateDataKey) implements Operation {

  @Override
  public RequestShape shape() {
    return generateDataKey.shape();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    JsonObject result = generateDataKey.execute(request);
    result.remove("Plaintext");
    return result;
  }
}
