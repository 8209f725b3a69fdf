package dev.gatehouse.dynamodb.operation.batch;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.operation.Members;
import dev.gatehouse.dynamodb.operation.TableNames;
import dev.gatehouse.dynamodb.operation.Violations;
import dev.gatehouse.dynamodb.wire.Parameters;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The constraints of single members of BatchGetItem. */
final class BatchGetMembers {

  private static final int MOST_KEYS = 100;

  private BatchGetMembers() {}

  static void check(Parameters request) {
    Violations to = new Violations();
    @Nullable JsonObject tables = request.object("RequestItems");
    if (tables == null) {
      to.addMissing("requestItems");
      Members.requireConsumedCapacity(request, to);
      to.refuse();
      return;
    }
    if (tables.isEmpty()) {
      to.addCurrent("RequestItems", "Member must have length greater than or equal to 1");
      to.refuse();
    }
    TableNames.requireKeys(tables, tables::toString, to);
    Members.requireConsumedCapacity(request, to);
    to.refuse();
    int all = 0;
    for (Map.Entry<String, JsonElement> table : tables.entrySet()) {
      all += requireKeys(table.getKey(), request.of(table.getValue()).array("Keys"));
    }
    if (all > MOST_KEYS) {
      throw DynamoDbException.validation("Too many items requested for the BatchGetItem call");
    }
  }

  private static int requireKeys(String table, @Nullable JsonArray keys) {
    Violations to = new Violations();
    String member = "RequestItems." + table + ".member.Keys";
    if (keys == null) {
      to.addMissing("requestItems." + table + ".member.keys");
    } else if (keys.isEmpty()) {
      to.addCurrent(member, "Member must have length greater than or equal to 1");
    } else if (keys.size() > MOST_KEYS) {
      to.addCurrent(member, "Member must have length less than or equal to " + MOST_KEYS);
    }
    to.refuse();
    return keys == null ? 0 : keys.size();
  }
}
