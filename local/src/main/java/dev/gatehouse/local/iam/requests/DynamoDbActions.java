package dev.gatehouse.local.iam.requests;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The actions of DynamoDB's operations: one for each item of a transaction. */
final class DynamoDbActions {

  private static final String TABLE = AwsAction.arnPrefix("dynamodb") + "table/";

  /** The actions of the parts of TransactWriteItems. */
  private static final Map<String, String> PARTS =
      Map.of(
          "Put", "PutItem",
          "Update", "UpdateItem",
          "Delete", "DeleteItem",
          "ConditionCheck", "ConditionCheckItem",
          "Get", "GetItem");

  /** The operations that are about no table. */
  private static final Set<String> WITHOUT_TABLE =
      Set.of("ListTables", "DescribeLimits", "DescribeEndpoints");

  private DynamoDbActions() {}

  static List<AwsAction> of(String operation, RequestMembers request) {
    return switch (operation) {
      case "TransactWriteItems", "TransactGetItems" -> parts(request);
      case "BatchGetItem", "BatchWriteItem" ->
          request.object("RequestItems").json().keySet().stream()
              .map(table -> new AwsAction("dynamodb:" + operation, arn(table)))
              .toList();
      case "TagResource", "UntagResource", "ListTagsOfResource" ->
          List.of(new AwsAction("dynamodb:" + operation, request.text("ResourceArn").orElse("*")));
      default -> List.of(new AwsAction("dynamodb:" + operation, resource(operation, request)));
    };
  }

  private static String resource(String operation, RequestMembers request) {
    if (WITHOUT_TABLE.contains(operation)) {
      return "*";
    }
    String table = arn(request.text("TableName").orElse(""));
    return request.text("IndexName").map(index -> table + "/index/" + index).orElse(table);
  }

  private static List<AwsAction> parts(RequestMembers request) {
    List<AwsAction> actions = new ArrayList<>();
    if (request.json().get("TransactItems") instanceof JsonArray items) {
      for (JsonElement item : items) {
        if (item instanceof JsonObject parts) {
          parts.asMap().keySet().stream()
              .filter(PARTS::containsKey)
              .map(part -> action(part, new RequestMembers(parts).object(part)))
              .forEach(actions::add);
        }
      }
    }
    return actions.stream().distinct().toList();
  }

  private static AwsAction action(String part, RequestMembers item) {
    return new AwsAction("dynamodb:" + PARTS.get(part), arn(item.text("TableName").orElse("")));
  }

  /** Returns the ARN of a table that is given by name or by ARN. */
  private static String arn(String table) {
    return table.startsWith("arn:") ? table : TABLE + table;
  }
}
