package dev.gatehouse.dynamodb.expression.legacy;

import dev.gatehouse.dynamodb.expression.Condition;
import dev.gatehouse.dynamodb.expression.syntax.ConditionNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The parameters QueryFilter and ScanFilter. */
public final class FilterConditions {

  private FilterConditions() {}

  /** Returns the condition of the parameter; throws if an entry does not read. */
  public static Condition read(Map<String, LegacyCondition> filter, ConditionalOperator operator) {
    List<ConditionNode> conditions = new ArrayList<>();
    filter.forEach((attribute, entry) -> conditions.add(comparison(entry).of(attribute)));
    return operator.join(conditions);
  }

  static LegacyComparison comparison(LegacyCondition entry) {
    return LegacyComparison.checked(
        LegacyOperator.of(entry.comparisonOperator()), entry.attributeValueList());
  }
}
