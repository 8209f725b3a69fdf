package dev.gatehouse.local.kms.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Constraint.Blob;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.kms.keys.KmsCipher;
import dev.gatehouse.local.kms.keys.KmsKey;
import dev.gatehouse.local.kms.keys.KmsKeys;

/** The operation that encrypts up to 4,096 bytes. */
record Encrypt(KmsKeys keys, KmsCipher cipher) implements Operation {

  @Override
  public RequestShape shape() {
    return KmsShapes.cipherBuilder()
        .required("KeyId", KmsShapes.KEY_ID)
        .required("Plaintext", new Blob(1, 4096))
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    KmsShapes.requireSymmetric(request, name());
    KmsKey key = keys.findEnabled(request.text("KeyId"));
    byte[] ciphertext =
        cipher.encrypt(key, request.bytes("Plaintext"), request.map("EncryptionContext"));
    return Json.object(
        "CiphertextBlob", Json.base64(ciphertext),
        "KeyId", key.arn(),
        "EncryptionAlgorithm", KmsShapes.SYMMETRIC);
  }
}
