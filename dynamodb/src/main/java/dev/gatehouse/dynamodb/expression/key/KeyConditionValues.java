package dev.gatehouse.dynamodb.expression.key;

import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.expression.text.KeyConditionTexts;
import dev.gatehouse.dynamodb.value.AttributeValue;
import dev.gatehouse.dynamodb.value.Sizes;
import java.util.List;

/** The limits of the values of key conditions: those of key values. */
final class KeyConditionValues {

  private static final int LARGEST_PARTITION_KEY = 2048;
  private static final int LARGEST_SORT_KEY = 1024;

  private KeyConditionValues() {}

  static void refusePartition(List<KeyCondition> conditions) {
    refuse(conditions, LARGEST_PARTITION_KEY, KeyConditionTexts.LARGE_PARTITION_KEY);
  }

  static void refuseSort(List<KeyCondition> conditions) {
    refuse(conditions, LARGEST_SORT_KEY, KeyConditionTexts.LARGE_SORT_KEY);
  }

  private static void refuse(List<KeyCondition> conditions, int largest, String text) {
    for (KeyCondition condition : conditions) {
      for (AttributeValue value : condition.values()) {
        refuseEmpty(condition.attribute(), value);
        if (Sizes.value(value) > largest) {
          throw DynamoDbException.invalidParameter(text);
        }
      }
    }
  }

  private static void refuseEmpty(String attribute, AttributeValue value) {
    if (value instanceof AttributeValue.S s && s.value().isEmpty()) {
      throw DynamoDbException.validation(KeyConditionTexts.emptyKey("string", attribute));
    }
    if (value instanceof AttributeValue.B b && b.value().length() == 0) {
      throw DynamoDbException.validation(KeyConditionTexts.emptyKey("binary", attribute));
    }
  }
}
