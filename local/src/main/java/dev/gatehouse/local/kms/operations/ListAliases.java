package dev.gatehouse.local.kms.operations;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.kms.keys.KmsKey;
import dev.gatehouse.local.kms.keys.KmsKeys;
import java.time.Instant;
import java.util.Optional;

/** The operation that lists the aliases of the plan, all of them or those of one key. */
record ListAliases(KmsKeys keys, Instant created) implements Operation {

  @Override
  public RequestShape shape() {
    return RequestShape.builder().ignored("Limit").optional("KeyId", KmsShapes.KEY_ID).build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    Optional<String> of = request.optional("KeyId").map(keys::find).map(KmsKey::id);
    JsonArray list = new JsonArray();
    keys.aliases()
        .forEach(
            (name, keyId) -> {
              if (of.isEmpty() || of.get().equals(keyId)) {
                list.add(alias(name, keyId));
              }
            });
    return Json.object("Aliases", list, "Truncated", false);
  }

  private JsonObject alias(String name, String keyId) {
    return Json.object(
        "AliasArn",
        KmsKeys.ARN_PREFIX + name,
        "AliasName",
        name,
        "CreationDate",
        Json.epochSeconds(created),
        "LastUpdatedDate",
        Json.epochSeconds(created),
        "TargetKeyId",
        keyId);
  }
}
