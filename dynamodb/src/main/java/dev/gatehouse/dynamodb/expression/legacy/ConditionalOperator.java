package dev.gatehouse.dynamodb.expression.legacy;

import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.expression.Condition;
import dev.gatehouse.dynamodb.expression.syntax.ConditionNode;
import dev.gatehouse.dynamodb.expression.text.LegacyTexts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the conditions of Expected or a filter are joined. */
public enum ConditionalOperator {
  AND,
  OR;

  /**
   * Returns the operator of a request.
   *
   * @param name the operator as it is sent, null for none
   * @param conditions the number of conditions in Expected or the filter
   */
  public static ConditionalOperator of(@Nullable String name, int conditions) {
    if (name == null) {
      return AND;
    }
    if (conditions == 0) {
      throw DynamoDbException.ofRequest(LegacyTexts.OPERATOR_WITHOUT_CONDITIONS);
    }
    if (conditions == 1) {
      throw DynamoDbException.ofRequest(LegacyTexts.OPERATOR_WITH_ONE_CONDITION);
    }
    return switch (name) {
      case "AND" -> AND;
      case "OR" -> OR;
      // A broken constraint, which every operation answers in the envelope.
      default -> throw DynamoDbException.ofRequest(LegacyTexts.CONDITIONAL_OPERATORS).enveloped();
    };
  }

  Condition join(List<ConditionNode> conditions) {
    return new Condition(
        this == OR ? new ConditionNode.Or(conditions) : new ConditionNode.And(conditions));
  }
}
