package dev.gatehouse.dynamodb.expression.legacy;

import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.expression.key.KeyCondition;
import dev.gatehouse.dynamodb.expression.key.KeyConditions;
import dev.gatehouse.dynamodb.expression.key.KeyOperator;
import dev.gatehouse.dynamodb.expression.text.KeyConditionTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The parameter KeyConditions. */
public final class LegacyKeyConditions {

  private static final Map<String, KeyOperator> OPERATORS =
      Map.of(
          "EQ", KeyOperator.EQUAL,
          "LE", KeyOperator.LESS_OR_EQUAL,
          "LT", KeyOperator.LESS,
          "GE", KeyOperator.GREATER_OR_EQUAL,
          "GT", KeyOperator.GREATER,
          "BETWEEN", KeyOperator.BETWEEN,
          "BEGINS_WITH", KeyOperator.BEGINS_WITH);

  private LegacyKeyConditions() {}

  /** Returns the key conditions of the parameter; throws if an entry does not read. */
  public static KeyConditions read(Map<String, LegacyCondition> keyConditions) {
    List<KeyCondition> conditions = new ArrayList<>();
    keyConditions.values().forEach(FilterConditions::comparison);
    if (keyConditions.isEmpty()) {
      throw DynamoDbException.ofRequest(KeyConditionTexts.CONDITIONS_LENGTH);
    }
    boolean indexable = true;
    for (Map.Entry<String, LegacyCondition> entry : keyConditions.entrySet()) {
      String name = entry.getValue().comparisonOperator();
      indexable &= OPERATORS.containsKey(name);
      KeyOperator operator = OPERATORS.getOrDefault(name, KeyOperator.EQUAL);
      conditions.add(
          new KeyCondition(entry.getKey(), operator, entry.getValue().attributeValueList()));
    }
    return KeyConditions.legacy(conditions, indexable);
  }
}
