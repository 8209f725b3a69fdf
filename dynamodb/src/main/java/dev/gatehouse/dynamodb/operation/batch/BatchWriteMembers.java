package dev.gatehouse.dynamodb.operation.batch;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.operation.JavaEcho;
import dev.gatehouse.dynamodb.operation.Members;
import dev.gatehouse.dynamodb.operation.TableNames;
import dev.gatehouse.dynamodb.operation.Violations;
import dev.gatehouse.dynamodb.wire.Parameters;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The constraints of single members of BatchWriteItem. */
final class BatchWriteMembers {

  private static final int MOST_WRITES = 25;

  private BatchWriteMembers() {}

  static void check(Parameters request) {
    @Nullable JsonObject tables = request.object("RequestItems");
    if (tables == null) {
      Violations missing = new Violations();
      missing.addMissing("requestItems");
      missing.refuse();
      return;
    }
    if (tables.isEmpty()) {
      throw DynamoDbException.validation(
          "The requestItems parameter is required for BatchWriteItem");
    }
    Violations to = new Violations();
    int all = requireSizes(tables, to);
    Members.requireConsumedCapacity(request, to);
    Members.requireMetrics(request, to);
    to.refuse();
    TableNames.requireKeys(tables, () -> JavaEcho.writeRequests(tables), to);
    requireItems(tables, request, to);
    to.refuse();
    if (all > MOST_WRITES) {
      throw DynamoDbException.validation("Too many items requested for the BatchWriteItem call");
    }
  }

  private static int requireSizes(JsonObject tables, Violations to) {
    int all = 0;
    boolean wrong = false;
    for (JsonElement each : tables.asMap().values()) {
      int size = each.getAsJsonArray().size();
      wrong |= size == 0 || size > MOST_WRITES;
      all += size;
    }
    if (wrong) {
      to.add(
          JavaEcho.writeRequests(tables),
          "requestItems",
          "Map value must satisfy constraint: [Member must have length less than or equal to 25,"
              + " Member must have length greater than or equal to 1]");
    }
    return all;
  }

  private static void requireItems(JsonObject tables, Parameters request, Violations to) {
    for (Map.Entry<String, JsonElement> table : tables.entrySet()) {
      JsonArray writes = table.getValue().getAsJsonArray();
      for (int i = 0; i < writes.size(); i++) {
        Parameters write = request.of(writes.get(i));
        String path = "requestItems." + table.getKey() + ".member." + (i + 1) + ".member.";
        to.requirePresent(
            !write.has("PutRequest") || write.structure("PutRequest").has("Item"),
            path + "putRequest.item");
        to.requirePresent(
            !write.has("DeleteRequest") || write.structure("DeleteRequest").has("Key"),
            path + "deleteRequest.key");
      }
    }
  }
}
