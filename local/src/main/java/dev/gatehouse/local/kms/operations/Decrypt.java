package dev.gatehouse.local.kms.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Constraint.Blob;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.kms.keys.Ciphertext;
import dev.gatehouse.local.kms.keys.KmsCipher;
import dev.gatehouse.local.kms.keys.KmsErrors;
import dev.gatehouse.local.kms.keys.KmsKey;
import dev.gatehouse.local.kms.keys.KmsKeys;

/** The operation that decrypts a CiphertextBlob, which contains the id of its key. */
record Decrypt(KmsKeys keys, KmsCipher cipher) implements Operation {

  @Override
  public RequestShape shape() {
    return KmsShapes.cipherBuilder()
        .required("CiphertextBlob", new Blob(1, 6144))
        .optional("KeyId", KmsShapes.KEY_ID)
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    KmsShapes.requireSymmetric(request, name());
    Ciphertext ciphertext = Ciphertext.parse(request.bytes("CiphertextBlob"));
    KmsKey key = cipher.keyOf(ciphertext);
    String keyId = request.optional("KeyId").orElse("");
    if (!keyId.isEmpty() && !keys.find(keyId).equals(key)) {
      throw KmsErrors.incorrectKey();
    }
    byte[] plaintext = cipher.decrypt(ciphertext, request.map("EncryptionContext"));
    return Json.object(
        "Plaintext", Json.base64(plaintext),
        "KeyId", key.arn(),
        "EncryptionAlgorithm", KmsShapes.SYMMETRIC);
  }
}
