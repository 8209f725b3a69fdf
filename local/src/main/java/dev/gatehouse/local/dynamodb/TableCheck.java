package dev.gatehouse.local.dynamodb;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.local.plan.PlanInvalid;
import dev.gatehouse.local.plan.Resource;
import java.util.Set;

/** Refuses, in a sentence that names the resource, what DynamoDB Local cannot give a table. */
final class TableCheck {

  private static final Set<String> INPUTS =
      Set.of(
          "name",
          "attributes",
          "hashKey",
          "rangeKey",
          "billingMode",
          "readCapacity",
          "writeCapacity",
          "globalSecondaryIndexes",
          "localSecondaryIndexes",
          "streamEnabled",
          "streamViewType",
          "ttl",
          "deletionProtectionEnabled",
          // From here on without meaning on one machine.
          "onDemandThroughput",
          "pointInTimeRecovery",
          "region",
          "serverSideEncryption",
          "tableClass",
          "tags",
          "tagsAll");

  private static final Set<String> INDEX_INPUTS =
      Set.of(
          "name",
          "hashKey",
          "rangeKey",
          "projectionType",
          "nonKeyAttributes",
          "readCapacity",
          "writeCapacity",
          "onDemandThroughput");

  private TableCheck() {}

  static Resource table(Resource table) {
    onlyKnown(table, table.inputs(), INPUTS);
    for (String indexes : Set.of("globalSecondaryIndexes", "localSecondaryIndexes")) {
      if (table.inputs().get(indexes) instanceof JsonArray array) {
        array.forEach(index -> onlyKnown(table, index.getAsJsonObject(), INDEX_INPUTS));
      }
    }
    return table;
  }

  static PlanInvalid invalid(Resource table, String why) {
    return new PlanInvalid("%s \"%s\" %s".formatted(table.type(), table.name(), why));
  }

  private static void onlyKnown(Resource table, JsonObject inputs, Set<String> known) {
    inputs
        .asMap()
        .forEach((name, value) -> {
          if (!known.contains(name) && !empty(value)) {
            throw invalid(table, "sets %s, which cannot be had on one machine".formatted(name));
          }
        });
  }

  private static boolean empty(JsonElement value) {
    return value.isJsonNull() || (value instanceof JsonArray array && array.isEmpty());
  }
}
