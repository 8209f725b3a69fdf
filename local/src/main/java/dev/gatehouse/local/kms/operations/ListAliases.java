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
    Optional<KmsKey> of = request.optional("KeyId").map(keys::find);
    JsonArray list = new JsonArray();
    keys.aliases()
        .forEach(
            (name, key) -> {
              if (of.isEmpty() || of.get().equals(key)) {
                list.add(alias(name, key));
              }
            });
    return Json.object("Aliases", list, "Truncated", false);
  }

  private JsonObject alias(String name, KmsKey key) {
    return Json.object(
        "AliasArn", KmsKeys.ARN_PREFIX + name,
        "AliasName", name,
        "CreationDate", Json.epochSeconds(created),
        "LastUpdatedDate", Json.epochSeconds(created),
        "TargetKeyId", key.id());
  }
}
