package dev.gatehouse.dynamodb.operation.transaction;

import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.error.Texts;
import dev.gatehouse.dynamodb.expression.Condition;
import dev.gatehouse.dynamodb.expression.ConditionExpression;
import dev.gatehouse.dynamodb.expression.ExpressionAttributes;
import dev.gatehouse.dynamodb.expression.ParsedExpression;
import dev.gatehouse.dynamodb.expression.Update;
import dev.gatehouse.dynamodb.expression.UpdateExpression;
import dev.gatehouse.dynamodb.expression.text.ExpressionParameter;
import dev.gatehouse.dynamodb.operation.AttributeNames;
import dev.gatehouse.dynamodb.operation.Nesting;
import dev.gatehouse.dynamodb.operation.Placeholders;
import dev.gatehouse.dynamodb.operation.item.PutItem;
import dev.gatehouse.dynamodb.operation.item.WriteCondition;
import dev.gatehouse.dynamodb.store.Item;
import dev.gatehouse.dynamodb.value.AttributeValue;
import dev.gatehouse.dynamodb.value.Sizes;
import dev.gatehouse.dynamodb.value.ValueReader;
import dev.gatehouse.dynamodb.wire.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An action of TransactWriteItems whose parameters were read. */
record Action(
    ActionKind kind,
    String table,
    Map<String, AttributeValue> attributes,
    Update update,
    WriteCondition condition) {

  /** Reads an action, in the order of AWS's checks. */
  static Action read(ActionKind kind, Parameters request) {
    JsonObject json = request.json().getAsJsonObject(kind.attributes());
    AttributeNames.refuse(json);
    refuseEmptyNamesInPlaceholders(request);
    Map<String, AttributeValue> attributes = new ValueReader(request.layer()).readMap(json);
    ExpressionAttributes placeholders = placeholders(kind, request);
    // One level more than elsewhere: the transaction itself refuses to write it.
    Nesting.check(Placeholders.depth(request) - 1);
    Nesting.check(attributes);
    if (kind == ActionKind.PUT) {
      checkSizes(request, attributes);
    }
    return read(kind, request, attributes, placeholders);
  }

  private static void checkSizes(Parameters request, Map<String, AttributeValue> item) {
    @Nullable String condition = request.string("ConditionExpression");
    if (condition != null) {
      ExpressionParameter.TRANSACT_CONDITION.refuseTooLarge(condition);
    }
    if (Item.of(item).size() > Sizes.LARGEST_ITEM) {
      throw DynamoDbException.validation(PutItem.TOO_LARGE);
    }
  }

  private static Action read(
      ActionKind kind,
      Parameters request,
      Map<String, AttributeValue> attributes,
      ExpressionAttributes placeholders) {
    @Nullable String conditionText = request.string("ConditionExpression");
    @Nullable String updateText =
        kind == ActionKind.UPDATE ? request.string("UpdateExpression") : null;
    List<ParsedExpression> parsed = new ArrayList<>();
    Update update = Update.NONE;
    if (updateText != null) {
      UpdateExpression expression = UpdateExpression.parse(updateText);
      parsed.add(expression);
      update = expression.resolve(placeholders);
    }
    @Nullable Condition condition = null;
    if (conditionText != null) {
      ConditionExpression expression =
          ConditionExpression.parse(ExpressionParameter.TRANSACT_CONDITION, conditionText);
      parsed.add(expression);
      condition = expression.resolve(placeholders);
    }
    if (!parsed.isEmpty()) {
      placeholders.refuseUnused(parsed);
    }
    boolean returnsOld =
        request.string("ReturnValuesOnConditionCheckFailure", "").equals("ALL_OLD");
    return new Action(
        kind,
        request.string("TableName", ""),
        attributes,
        update,
        new WriteCondition(condition, returnsOld));
  }

  private static ExpressionAttributes placeholders(ActionKind kind, Parameters request) {
    boolean expressions = request.has("ConditionExpression") || request.has("UpdateExpression");
    Placeholders placeholders = new Placeholders(request, Placeholders.Wrapping.ALL);
    placeholders.checkNames(expressions);
    // AWS takes values without an expression beside a Put.
    placeholders.checkValueKeys(expressions || kind == ActionKind.PUT, "");
    return placeholders.read();
  }

  private static void refuseEmptyNamesInPlaceholders(Parameters request) {
    @Nullable JsonObject values = request.object("ExpressionAttributeValues");
    if (values == null) {
      return;
    }
    values
        .entrySet()
        .forEach(
            each -> {
              try {
                AttributeNames.refuseIn(each.getValue());
              } catch (DynamoDbException e) {
                throw e.textOrEmpty().equals(Texts.EMPTY_NAME)
                    ? e.withText(
                        "ExpressionAttributeValues contains invalid value: "
                            + Texts.EMPTY_NAME
                            + " for key "
                            + each.getKey())
                    : e;
              }
            });
  }
}
