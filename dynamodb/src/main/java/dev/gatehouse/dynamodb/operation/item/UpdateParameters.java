package dev.gatehouse.dynamodb.operation.item;

import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.expression.Condition;
import dev.gatehouse.dynamodb.expression.ConditionExpression;
import dev.gatehouse.dynamodb.expression.ExpressionAttributes;
import dev.gatehouse.dynamodb.expression.MixedParameters;
import dev.gatehouse.dynamodb.expression.ParsedExpression;
import dev.gatehouse.dynamodb.expression.Update;
import dev.gatehouse.dynamodb.expression.UpdateExpression;
import dev.gatehouse.dynamodb.expression.text.ExpressionParameter;
import dev.gatehouse.dynamodb.operation.LegacyParameters;
import dev.gatehouse.dynamodb.operation.Nesting;
import dev.gatehouse.dynamodb.operation.Placeholders;
import dev.gatehouse.dynamodb.value.AttributeValue;
import dev.gatehouse.dynamodb.value.ValueReader;
import dev.gatehouse.dynamodb.wire.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of UpdateItem that state key, update and condition, in the order of the checks.
 */
final class UpdateParameters {

  private final Parameters request;
  private Map<String, AttributeValue> key = Map.of();
  private Update update = Update.NONE;
  private WriteCondition condition = new WriteCondition(null, false);

  UpdateParameters(Parameters request) {
    this.request = request;
  }

  void read(JsonObject keyJson) {
    MixedParameters.refuse(request.json().keySet());
    @Nullable String updateText = request.string("UpdateExpression");
    @Nullable String conditionText = request.string("ConditionExpression");
    boolean expressions = updateText != null || conditionText != null;
    Placeholders placeholders = new Placeholders(request, Placeholders.Wrapping.NONE);
    placeholders.checkNames(expressions);
    placeholders.checkValueKeys(expressions, "");
    ExpressionAttributes attributes = placeholders.read();
    LegacyParameters legacyParameters = new LegacyParameters(request);
    if (!expressions) {
      var unused = legacyParameters.operator("Expected");
    }
    Nesting.check(Placeholders.depth(request));
    key = new ValueReader(request.layer()).readMap(keyJson);
    Nesting.check(key);
    update = legacyParameters.updates();
    @Nullable Condition legacy = legacyParameters.expected();
    if (conditionText != null) {
      ExpressionParameter.CONDITION.refuseEmpty(conditionText);
    }
    List<ParsedExpression> parsed = new ArrayList<>();
    if (updateText != null) {
      UpdateExpression expression = UpdateExpression.parse(updateText);
      parsed.add(expression);
      update = expression.resolve(attributes);
    }
    @Nullable ConditionExpression expression = null;
    if (conditionText != null) {
      expression = ConditionExpression.parse(ExpressionParameter.CONDITION, conditionText);
      parsed.add(expression);
    }
    attributes.refuseUnused(parsed);
    @Nullable Condition resolved = expression == null ? legacy : expression.resolve(attributes);
    condition = new WriteCondition(resolved, ConditionParameters.returnsOld(request));
  }

  Map<String, AttributeValue> key() {
    return key;
  }

  Update update() {
    return update;
  }

  WriteCondition condition() {
    return condition;
  }
}
