package dev.gatehouse.local.kms;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.gatehouse.local.plan.Resource;
import java.time.Instant;

/**
 * Is one symmetric key of the plan, without its material.
 *
 * @param id the last part of its ARN
 */
record Key(String id, String arn, String description, boolean enabled) {

  static Key of(Resource resource) {
    String arn = resource.output("arn");
    return new Key(
        arn.substring(arn.lastIndexOf('/') + 1),
        arn,
        resource.optionalInput("description").orElse(""),
        resource.optionalInput("isEnabled").map(Boolean::parseBoolean).orElse(true));
  }

  /** Returns the key as DescribeKey shows it. */
  JsonObject described(Instant created) {
    JsonArray algorithms = new JsonArray();
    algorithms.add("SYMMETRIC_DEFAULT");
    JsonObject json = new JsonObject();
    json.addProperty("AWSAccountId", arn.split(":", -1)[4]);
    json.addProperty("Arn", arn);
    json.addProperty("CreationDate", created.toEpochMilli() / 1000.0);
    json.addProperty("CustomerMasterKeySpec", "SYMMETRIC_DEFAULT");
    json.addProperty("Description", description);
    json.addProperty("Enabled", enabled);
    json.add("EncryptionAlgorithms", algorithms);
    json.addProperty("KeyId", id);
    json.addProperty("KeyManager", "CUSTOMER");
    json.addProperty("KeySpec", "SYMMETRIC_DEFAULT");
    json.addProperty("KeyState", enabled ? "Enabled" : "Disabled");
    json.addProperty("KeyUsage", "ENCRYPT_DECRYPT");
    json.addProperty("MultiRegion", false);
    json.addProperty("Origin", "AWS_KMS");
    return json;
  }
}
