package dev.gatehouse.local.kms.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Constraint.Text;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.kms.keys.KmsCipher;
import dev.gatehouse.local.kms.keys.KmsErrors;
import dev.gatehouse.local.kms.keys.KmsKey;
import dev.gatehouse.local.kms.keys.KmsKeys;
import java.time.Instant;
import java.util.Map;

/** The operation that creates a symmetric key beside those of the plan. */
record CreateKey(KmsCipher cipher, Instant created) implements Operation {

  private static final int MAX_DESCRIPTION = 8192;

  /** The members with the one value that the emulator supports. */
  private static final Map<String, String> SUPPORTED =
      Map.of(
          "CustomerMasterKeySpec",
          KmsShapes.SYMMETRIC,
          "KeySpec",
          KmsShapes.SYMMETRIC,
          "KeyUsage",
          "ENCRYPT_DECRYPT",
          "Origin",
          "AWS_KMS");

  @Override
  public RequestShape shape() {
    RequestShape.Builder builder =
        RequestShape.builder()
            .ignored("BypassPolicyLockoutSafetyCheck", "Policy", "Tags")
            .optional("Description", new Text(0, MAX_DESCRIPTION, null, false));
    SUPPORTED.keySet().forEach(name -> builder.optional(name, KmsShapes.KEY_ID));
    return builder.build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    SUPPORTED.forEach(
        (name, value) -> {
          if (!request.optional(name).orElse(value).equals(value)) {
            throw KmsErrors.unsupported("a %s other than %s".formatted(name, value));
          }
        });
    KmsKey key = KmsKeys.create(request.optional("Description").orElse(""));
    cipher.add(key);
    return Json.object("KeyMetadata", key.metadata(created));
  }
}
