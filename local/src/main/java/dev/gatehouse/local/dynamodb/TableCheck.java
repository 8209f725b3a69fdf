package dev.gatehouse.local.dynamodb;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
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
    table.refuseOthers(table.inputs(), INPUTS, TableCheck::empty);
    for (String indexes : Set.of("globalSecondaryIndexes", "localSecondaryIndexes")) {
      if (table.inputs().get(indexes) instanceof JsonArray array) {
        array.forEach(
            index -> table.refuseOthers(index.getAsJsonObject(), INDEX_INPUTS, TableCheck::empty));
      }
    }
    return table;
  }

  private static boolean empty(JsonElement value) {
    return value.isJsonNull() || (value instanceof JsonArray array && array.isEmpty());
  }
}
