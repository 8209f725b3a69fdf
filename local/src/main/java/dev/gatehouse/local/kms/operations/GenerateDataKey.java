package dev.gatehouse.local.kms.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Constraint.OneOf;
import dev.gatehouse.local.awsjson.Constraint.Whole;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.kms.keys.KmsCipher;
import dev.gatehouse.local.kms.keys.KmsErrors;
import dev.gatehouse.local.kms.keys.KmsKey;
import dev.gatehouse.local.kms.keys.KmsKeys;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The operation that returns a new data key, in plaintext and encrypted under a KMS key. */
record GenerateDataKey(KmsKeys keys, KmsCipher cipher) implements Operation {

  private static final String AES_256 = "AES_256";
  private static final String AES_128 = "AES_128";

  @Override
  public RequestShape shape() {
    return KmsShapes.builder()
        .required("KeyId", KmsShapes.KEY_ID)
        .optional("EncryptionContext", KmsShapes.ENCRYPTION_CONTEXT)
        .optional("KeySpec", new OneOf(List.of(AES_256, AES_128)))
        .optional("NumberOfBytes", new Whole(1, 1024))
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    KmsKey key = keys.findEnabled(request.text("KeyId"));
    byte[] plaintext = KmsCipher.random(length(request));
    byte[] ciphertext = cipher.encrypt(key, plaintext, request.map("EncryptionContext"));
    return Json.object(
        "CiphertextBlob", Json.base64(ciphertext),
        "Plaintext", Json.base64(plaintext),
        "KeyId", key.arn());
  }

  private static int length(AwsRequest request) {
    Optional<String> keySpec = request.optional("KeySpec");
    OptionalInt numberOfBytes = request.number("NumberOfBytes");
    if (keySpec.isPresent() == numberOfBytes.isPresent()) {
      throw new KmsErrors().validation("Please specify either number of bytes or key spec.");
    }
    return numberOfBytes.orElseGet(() -> keySpec.equals(Optional.of(AES_256)) ? 32 : 16);
  }
}
