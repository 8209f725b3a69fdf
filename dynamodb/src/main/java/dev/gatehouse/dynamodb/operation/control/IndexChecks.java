package dev.gatehouse.dynamodb.operation.control;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.wire.Parameters;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The checks of the indexes of a new table, which follow those of the keys. */
final class IndexChecks {

  static final int MOST_GLOBAL = 20;

  private static final int MOST_LOCAL = 5;

  private IndexChecks() {}

  static void check(Parameters table, boolean onDemand) {
    refuseEmpty(table, "GlobalSecondaryIndexes");
    refuseEmpty(table, "LocalSecondaryIndexes");
    JsonArray local = KeyChecks.list(table, "LocalSecondaryIndexes");
    JsonArray global = KeyChecks.list(table, "GlobalSecondaryIndexes");
    local.forEach(each -> checkLocal(table.of(each), KeyChecks.list(table, "KeySchema")));
    global.forEach(each -> checkProjection(table.of(each)));
    local.forEach(each -> checkProjection(table.of(each)));
    if (local.size() > MOST_LOCAL) {
      throw DynamoDbException.invalidParameter(
          "Number of LocalSecondaryIndexes exceeds per-table limit of " + MOST_LOCAL);
    }
    if (global.size() > MOST_GLOBAL) {
      throw DynamoDbException.invalidParameter(
          "GlobalSecondaryIndex count exceeds the per-table limit of " + MOST_GLOBAL);
    }
    refuseDuplicateNames(global, local);
    global.forEach(each -> checkThroughput(table.of(each), onDemand));
  }

  private static void refuseEmpty(Parameters table, String member) {
    if (table.has(member) && KeyChecks.list(table, member).isEmpty()) {
      throw DynamoDbException.invalidParameter("List of " + member + " is empty");
    }
  }

  private static void checkLocal(Parameters index, JsonArray tableSchema) {
    String name = index.string("IndexName", "");
    if (tableSchema.size() < 2) {
      throw DynamoDbException.invalidParameter(
          "Table KeySchema does not have a range key, which is required when specifying a"
              + " LocalSecondaryIndex");
    }
    JsonArray schema = KeyChecks.list(index, "KeySchema");
    List<String> names = KeyChecks.names(schema);
    if (!KeyChecks.types(schema).getFirst().equals("HASH")) {
      throw DynamoDbException.validation(
          "Invalid KeySchema: The first KeySchemaElement is not a HASH key type");
    }
    if (names.size() < 2) {
      throw DynamoDbException.invalidParameter(
          "Index KeySchema does not have a range key for index: " + name);
    }
    String tableHash = KeyChecks.names(tableSchema).getFirst();
    if (!names.getFirst().equals(tableHash)) {
      throw DynamoDbException.invalidParameter(
          "Index KeySchema does not have the same leading hash key as table KeySchema for index: "
              + name
              + ". index hash key: "
              + names.getFirst()
              + ", table hash key: "
              + tableHash);
    }
  }

  static void checkProjection(Parameters index) {
    Parameters projection = index.structure("Projection");
    String type = projection.string("ProjectionType", "null");
    boolean named = projection.has("NonKeyAttributes");
    if (type.equals("null")) {
      throw DynamoDbException.invalidParameter("Unknown ProjectionType: null");
    }
    if (!type.equals("INCLUDE") && named) {
      throw DynamoDbException.invalidParameter(
          "ProjectionType is " + type + ", but NonKeyAttributes is specified");
    }
    if (type.equals("INCLUDE") && !named) {
      throw DynamoDbException.invalidParameter(
          "ProjectionType is INCLUDE, but NonKeyAttributes is not specified");
    }
    Set<String> seen = new HashSet<>();
    for (JsonElement each : KeyChecks.list(projection, "NonKeyAttributes")) {
      if (!seen.add(each.getAsString())) {
        throw DynamoDbException.invalidParameter(
            "Duplicate element in NonKeyAttributes: " + each.getAsString());
      }
    }
  }

  private static void refuseDuplicateNames(JsonArray global, JsonArray local) {
    Set<String> seen = new HashSet<>();
    for (JsonArray indexes : List.of(global, local)) {
      for (JsonElement each : indexes) {
        String name = each.getAsJsonObject().get("IndexName").getAsString();
        if (!seen.add(name)) {
          throw DynamoDbException.invalidParameter("Duplicate index name: " + name);
        }
      }
    }
  }

  private static void checkThroughput(Parameters index, boolean onDemand) {
    String name = index.string("IndexName", "");
    if (onDemand && index.has("ProvisionedThroughput")) {
      throw DynamoDbException.invalidParameter(
          "ProvisionedThroughput should not be specified for index: "
              + name
              + " when BillingMode is PAY_PER_REQUEST");
    }
    if (!onDemand && !index.has("ProvisionedThroughput")) {
      throw DynamoDbException.invalidParameter(
          "ProvisionedThroughput is not specified for index: " + name);
    }
  }
}
