package dev.gatehouse.local.dynamodb;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.error.ErrorType;
import dev.gatehouse.local.plan.Resource;

/** Creator of the plan's tables. */
final class TableCreator {

  private final Operations dynamoDb;

  /** The operations of DynamoDB. */
  @FunctionalInterface
  interface Operations {
    JsonObject call(String operation, JsonObject request);
  }

  TableCreator(Operations dynamoDb) {
    this.dynamoDb = dynamoDb;
  }

  /** Creates a table, unless one of this name with the same keys exists. */
  void create(Resource table) {
    JsonObject request = TableRequests.create(table);
    try {
      dynamoDb.call("CreateTable", request);
      TableRequests.timeToLive(table)
          .ifPresent(timeToLive -> dynamoDb.call("UpdateTimeToLive", timeToLive));
      TableRequests.pointInTimeRecovery(table)
          .ifPresent(recovery -> dynamoDb.call("UpdateContinuousBackups", recovery));
    } catch (DynamoDbException e) {
      if (e.type() != ErrorType.RESOURCE_IN_USE) {
        throw table.refused("cannot be created: " + e.textOrEmpty());
      }
      checkKeys(table, request.get("KeySchema"));
    }
  }

  private void checkKeys(Resource table, JsonElement keys) {
    JsonObject described =
        dynamoDb.call("DescribeTable", TableRequests.name(table)).getAsJsonObject("Table");
    if (!described.get("KeySchema").equals(keys)) {
      throw table.refused("has other keys than the table of this name in the data directory");
    }
  }
}
