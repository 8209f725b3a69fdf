package dev.gatehouse.local.kms.keys;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.plan.Resource;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A symmetric key, without its key material.
 *
 * @param id the last part of its ARN
 * @param deletion when it is to be deleted, null if it is not
 */
public record KmsKey(
    String id, String arn, String description, boolean enabled, @Nullable Instant deletion) {

  static KmsKey of(Resource resource) {
    String arn = resource.output("arn");
    return new KmsKey(
        arn.substring(arn.lastIndexOf('/') + 1),
        arn,
        resource.optionalInput("description").orElse(""),
        resource.optionalInput("isEnabled").map(Boolean::parseBoolean).orElse(true),
        null);
  }

  /** Returns the key enabled or disabled. */
  public KmsKey withEnabled(boolean other) {
    return new KmsKey(id, arn, description, other, deletion);
  }

  /** Returns the key disabled, and to be deleted at this time, null for not. */
  public KmsKey withDeletion(@Nullable Instant at) {
    return new KmsKey(id, arn, description, false, at);
  }

  /** Returns the KeyState of DescribeKey. */
  public String state() {
    return deletion != null ? "PendingDeletion" : enabled ? "Enabled" : "Disabled";
  }

  /** Returns the KeyMetadata of DescribeKey. */
  public JsonObject metadata(Instant created) {
    JsonObject metadata = metadataOfEveryState(created);
    if (deletion != null) {
      metadata.add("DeletionDate", Json.epochSeconds(deletion));
    }
    return metadata;
  }

  private JsonObject metadataOfEveryState(Instant created) {
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
        state(),
        "KeyUsage",
        "ENCRYPT_DECRYPT",
        "MultiRegion",
        false,
        "Origin",
        "AWS_KMS");
  }
}
