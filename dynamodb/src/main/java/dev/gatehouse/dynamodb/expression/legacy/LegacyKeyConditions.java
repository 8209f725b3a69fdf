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

  private static final int MOST_CONDITIONS = 2;

  private LegacyKeyConditions() {}

  /** Returns the key conditions of the parameter; throws if an entry does not read. */
  public static KeyConditions read(Map<String, LegacyCondition> keyConditions) {
    List<KeyCondition> conditions = new ArrayList<>();
    keyConditions.values().forEach(FilterConditions::comparison);
    if (keyConditions.isEmpty() || keyConditions.size() > MOST_CONDITIONS) {
      throw DynamoDbException.ofRequest(KeyConditionTexts.CONDITIONS_LENGTH);
    }
    keyConditions.forEach(
        (attribute, entry) ->
            conditions.add(
                new KeyCondition(
                    attribute,
                    operator(LegacyOperator.of(entry.comparisonOperator())),
                    entry.attributeValueList())));
    return new KeyConditions(conditions);
  }

  private static KeyOperator operator(LegacyOperator operator) {
    return switch (operator) {
      case EQ -> KeyOperator.EQUAL;
      case LE -> KeyOperator.LESS_OR_EQUAL;
      case LT -> KeyOperator.LESS;
      case GE -> KeyOperator.GREATER_OR_EQUAL;
      case GT -> KeyOperator.GREATER;
      case BETWEEN -> KeyOperator.BETWEEN;
      case BEGINS_WITH -> KeyOperator.BEGINS_WITH;
      default -> KeyOperator.NOT_INDEXABLE;
    };
  }
}
