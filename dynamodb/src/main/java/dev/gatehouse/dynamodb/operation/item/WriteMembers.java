package dev.gatehouse.dynamodb.operation.item;

import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.operation.AttributeNames;
import dev.gatehouse.dynamodb.operation.LegacyParameters;
import dev.gatehouse.dynamodb.operation.Members;
import dev.gatehouse.dynamodb.operation.Nesting;
import dev.gatehouse.dynamodb.operation.TableNames;
import dev.gatehouse.dynamodb.operation.Violations;
import dev.gatehouse.dynamodb.value.AttributeValue;
import dev.gatehouse.dynamodb.value.ValueReader;
import dev.gatehouse.dynamodb.wire.Parameters;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The constraints of single members of operations on one item. */
final class WriteMembers {

  static final String ONLY_OLD = "ReturnValues can only be ALL_OLD or NONE";

  private static final Set<String> RETURN_VALUES =
      Set.of("NONE", "ALL_OLD", "UPDATED_OLD", "ALL_NEW", "UPDATED_NEW");

  /** AWS's list, with its own typing error. */
  private static final String RETURN_VALUES_TEXT =
      "Failed to satisfy constraint: Member must satisfy enum value set:"
          + " [ALL_OLD, UPDATED_OLD, ALL_NEW, UPDATE_NEW, NONE]";

  private WriteMembers() {}

  /** Checks the members of PutItem and DeleteItem. */
  static void check(Parameters request, String member, boolean deletes) {
    refuseEmptyTable(request);
    Violations to = new Violations();
    boolean present = request.has(deletes ? "Key" : "Item");
    if (deletes && !present) {
      to.addMissing(member);
      to.refuse();
    }
    TableNames.requireItemTable(request.string("TableName"), "tableName", to);
    to.requirePresent(present, member);
    Members.requireConsumedCapacity(request, to);
    boolean wrong = isWrongReturnValues(request);
    if (wrong) {
      to.addEntry(RETURN_VALUES_TEXT);
    }
    Members.requireMetrics(request, to);
    Members.requireOnFailure(request, "", to);
    if (deletes && !wrong && !returnsAtMostOld(request)) {
      to.addEntry(ONLY_OLD);
    }
    to.refuse();
  }

  /** Reads the item of PutItem or the key of DeleteItem; refuses its values in AWS's order. */
  static Map<String, AttributeValue> read(Parameters request, String member) {
    JsonObject json = request.json().getAsJsonObject(member);
    AttributeNames.refuse(json);
    AttributeNames.refuseInPlaceholders(request.object("ExpressionAttributeValues"));
    new LegacyParameters(request).refuseEmptyNames("Expected");
    AttributeNames.refuseNullFalse(json);
    Map<String, AttributeValue> values = new ValueReader(request.layer()).readMap(json);
    Nesting.check(values);
    return values;
  }

  /** Checks the members of UpdateItem, of which AWS names one after the other. */
  static void checkUpdate(Parameters request) {
    if (!request.has("Key")) {
      checkUpdateWithoutKey(request);
    }
    refuseEmptyTable(request);
    Violations to = new Violations();
    TableNames.requirePatternFirst(request.string("TableName"), "tableName", to);
    to.refuse();
    if (isWrongReturnValues(request)) {
      to.addEntry(RETURN_VALUES_TEXT);
      to.refuse();
    }
    Violations bare = new Violations();
    Members.requireOnFailure(request, "", bare);
    bare.refuseBare();
    Members.requireMetrics(request, to);
    to.refuse();
    Members.requireConsumedCapacity(request, bare);
    bare.refuseBare();
  }

  private static void checkUpdateWithoutKey(Parameters request) {
    Violations to = new Violations();
    Members.requireConsumedCapacity(request, to);
    TableNames.requireItemTable(request.string("TableName"), "tableName", to);
    to.requireEnum(
        request.string("ReturnValues"),
        "returnValues",
        "ALL_NEW, UPDATED_OLD, ALL_OLD, NONE, UPDATED_NEW");
    Members.requireOnFailure(request, "", to);
    Members.requireMetrics(request, to);
    to.addMissing("key");
    to.refuse();
  }

  /** Refuses an empty TableName, which AWS's current layer finds before all else. */
  static void refuseEmptyTable(Parameters request) {
    if (request.string("TableName", "absent").isEmpty()) {
      Violations to = new Violations();
      to.addCurrent("TableName", "Member must have length greater than or equal to 1");
      to.refuse();
    }
  }

  private static boolean isWrongReturnValues(Parameters request) {
    @Nullable String values = request.string("ReturnValues");
    return values != null && !RETURN_VALUES.contains(values);
  }

  private static boolean returnsAtMostOld(Parameters request) {
    String values = request.string("ReturnValues", "NONE");
    return values.equals("NONE") || values.equals("ALL_OLD");
  }

  /** Refuses ReturnValues that only UpdateItem has. */
  static void refuseNewValues(Parameters request) {
    if (!returnsAtMostOld(request)) {
      throw DynamoDbException.ofRequest(ONLY_OLD);
    }
  }
}
