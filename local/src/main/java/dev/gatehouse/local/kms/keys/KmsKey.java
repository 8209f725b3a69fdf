package dev.gatehouse.local.kms.keys;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.plan.Resource;
import java.time.Instant;
import java.util.List;

/**
 * A symmetric key, without its key material.
 *
 * @param id the last part of its ARN
 */
public record KmsKey(String id, String arn, String description, boolean enabled) {

  static KmsKey of(Resource resource) {
    String arn = resource.output("arn");
    return new KmsKey(
        arn.substring(arn.lastIndexOf('/') + 1),
        arn,
        resource.optionalInput("description").orElse(""),
        resource.optionalInput("isEnabled").map(Boolean::parseBoolean).orElse(true));
  }

  /** Returns the KeyMetadata of DescribeKey. */
  public JsonObject metadata(Instant created) {
    return Json.object(
        "AWSAccountId",
        arn.split(":", -1)[4],
        "Arn",
        arn,
        "CreationDate",
        Json.epochSeconds(created),
        "CustomerMasterKeySpec",
        "SYMMETRIC_DEFAULT",
        "Description",
        description,
        "Enabled",
        enabled,
        "EncryptionAlgorithms",
        Json.array(List.of("SYMMETRIC_DEFAULT")),
        "KeyId",
        id,
        "KeyManager",
        "CUSTOMER",
        "KeySpec",
        "SYMMETRIC_DEFAULT",
        "KeyState",
        enabled ? "Enabled" : "Disabled",
        "KeyUsage",
        "ENCRYPT_DECRYPT",
        "MultiRegion",
        false,
        "Origin",
        "AWS_KMS");
  }
}
