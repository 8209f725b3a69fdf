package dev.gatehouse.dynamodb.operation.item;

import dev.gatehouse.dynamodb.expression.Condition;
import dev.gatehouse.dynamodb.expression.ConditionExpression;
import dev.gatehouse.dynamodb.expression.ExpressionAttributes;
import dev.gatehouse.dynamodb.expression.MixedParameters;
import dev.gatehouse.dynamodb.expression.text.ExpressionParameter;
import dev.gatehouse.dynamodb.operation.LegacyParameters;
import dev.gatehouse.dynamodb.operation.Nesting;
import dev.gatehouse.dynamodb.operation.Placeholders;
import dev.gatehouse.dynamodb.wire.Parameters;
import org.jspecify.annotations.Nullable;

/** The parameters of PutItem and DeleteItem that state a condition, in the order of the checks. */
final class ConditionParameters {

  private final Parameters request;

  ConditionParameters(Parameters request) {
    this.request = request;
  }

  WriteCondition read() {
    MixedParameters.refuse(request.json().keySet());
    @Nullable String text = request.string("ConditionExpression");
    Placeholders placeholders = new Placeholders(request, Placeholders.Wrapping.NONE);
    placeholders.checkNames(text != null);
    placeholders.checkValueKeys(text != null, "");
    ExpressionAttributes attributes = placeholders.read();
    Nesting.check(Placeholders.depth(request));
    @Nullable ConditionExpression expression =
        text == null ? null : ConditionExpression.parse(ExpressionParameter.CONDITION, text);
    WriteMembers.refuseNewValues(request);
    LegacyParameters legacy = new LegacyParameters(request);
    @Nullable Condition condition = legacy.expected();
    if (expression == null) {
      var unused = legacy.operator("Expected");
    }
    if (expression != null) {
      condition = expression.resolve(attributes);
      attributes.refuseUnused(expression);
    }
    return new WriteCondition(condition, returnsOld(request));
  }

  static boolean returnsOld(Parameters request) {
    return request.string("ReturnValuesOnConditionCheckFailure", "").equals("ALL_OLD");
  }
}
