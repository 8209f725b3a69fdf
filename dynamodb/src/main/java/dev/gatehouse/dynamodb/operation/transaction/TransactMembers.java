package dev.gatehouse.dynamodb.operation.transaction;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.operation.Members;
import dev.gatehouse.dynamodb.operation.TableNames;
import dev.gatehouse.dynamodb.operation.Violations;
import dev.gatehouse.dynamodb.wire.Parameters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The constraints of single members of transactions. */
final class TransactMembers {

  private static final int MOST_ACTIONS = 100;
  private static final int LONGEST_TOKEN = 36;

  private TransactMembers() {}

  static void checkWrites(Parameters request) {
    JsonArray items = items(request);
    Violations to = new Violations();
    for (int i = 0; i < items.size(); i++) {
      for (ActionKind kind : ActionKind.values()) {
        Members.requireOnFailure(
            request.of(items.get(i)).structure(kind.member()), path(i, kind), to);
      }
    }
    @Nullable String token = request.string("ClientRequestToken");
    if (token != null) {
      to.requireLength(token.length(), 1, LONGEST_TOKEN, token, "clientRequestToken");
    }
    Members.requireConsumedCapacity(request, to);
    Members.requireMetrics(request, to);
    to.refuse();
    for (JsonElement each : items) {
      refuseOtherThanOne(request.of(each));
    }
    requireActions(request, items, to);
    to.refuse();
  }

  private static void refuseOtherThanOne(Parameters item) {
    List<ActionKind> kinds = kinds(item);
    if (kinds.isEmpty()) {
      throw DynamoDbException.validation(
          "Invalid Request: TransactWriteRequest should contain Delete or Put or Update request");
    }
    if (kinds.size() > 1) {
      throw DynamoDbException.validation(
          "TransactItems can only contain one of Check, Put, Update or Delete");
    }
  }

  /** Returns the actions that an element has, which must be one. */
  static List<ActionKind> kinds(Parameters item) {
    List<ActionKind> kinds = new ArrayList<>();
    for (ActionKind kind : ActionKind.values()) {
      if (item.has(kind.member())) {
        kinds.add(kind);
      }
    }
    return kinds;
  }

  private static void requireActions(Parameters request, JsonArray items, Violations to) {
    for (int i = 0; i < items.size(); i++) {
      Parameters item = request.of(items.get(i));
      ActionKind kind = kinds(item).getFirst();
      Parameters action = item.structure(kind.member());
      String path = path(i, kind);
      TableNames.requireItemTable(action.string("TableName"), path + "tableName", to);
      to.requirePresent(
          action.has(kind.attributes()), path + (kind == ActionKind.PUT ? "item" : "key"));
      if (kind == ActionKind.UPDATE) {
        to.requirePresent(action.has("UpdateExpression"), path + "updateExpression");
      }
      if (kind == ActionKind.CONDITION_CHECK) {
        to.requirePresent(action.has("ConditionExpression"), path + "conditionExpression");
      }
    }
  }

  private static String path(int index, ActionKind kind) {
    return "transactItems." + (index + 1) + ".member." + kind.path() + ".";
  }

  static void checkGets(Parameters request) {
    JsonArray items = items(request);
    Violations to = new Violations();
    for (int i = 0; i < items.size(); i++) {
      to.requirePresent(
          request.of(items.get(i)).has("Get"), "transactItems." + (i + 1) + ".member.get");
    }
    Members.requireConsumedCapacity(request, to);
    to.refuse();
    for (int i = 0; i < items.size(); i++) {
      Parameters get = request.of(items.get(i)).structure("Get");
      String path = "transactItems." + (i + 1) + ".member.get.";
      TableNames.requireItemTable(get.string("TableName"), path + "tableName", to);
      to.requirePresent(get.has("Key"), path + "key");
    }
    to.refuse();
  }

  /** Returns the elements, of which there must be 1 to 100. */
  static JsonArray items(Parameters request) {
    Violations to = new Violations();
    @Nullable JsonArray items = request.array("TransactItems");
    if (items == null) {
      to.addMissing("transactItems");
      to.refuse();
      return new JsonArray();
    }
    // AWS repeats the items in a form of which nobody can rely on.
    to.requireLength(
        items.size(), 1, MOST_ACTIONS, items.isEmpty() ? "[]" : "[...]", "transactItems");
    to.refuse();
    return items;
  }
}
