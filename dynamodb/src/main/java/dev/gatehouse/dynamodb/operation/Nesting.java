package dev.gatehouse.dynamodb.operation;

import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.error.Texts;
import dev.gatehouse.dynamodb.value.AttributeValue;
import dev.gatehouse.dynamodb.value.Sizes;
import java.util.Map;

/** The limit of the levels of maps and lists. */
public final class Nesting {

  /** From this depth on another check of AWS answers first, without an envelope. */
  private static final int VERY_DEEP = 64;

  private Nesting() {}

  /** Refuses values that are nested too deeply. */
  public static void check(Map<String, AttributeValue> values) {
    check(Sizes.depth(values));
  }

  /** Refuses a value that is nested too deeply. */
  public static void check(int depth) {
    if (depth >= VERY_DEEP) {
      throw DynamoDbException.validation(Texts.NESTING);
    }
    if (depth > Sizes.DEEPEST) {
      throw DynamoDbException.ofRequest(Texts.NESTING);
    }
  }

  /** Refuses placeholder values that are nested very deeply, naming the placeholder. */
  static void refuseVeryDeep(String placeholder, AttributeValue value) {
    if (Sizes.depth(value) >= VERY_DEEP) {
      throw DynamoDbException.validation(
          "ExpressionAttributeValues contains invalid value: "
              + Texts.NESTING
              + " for key "
              + placeholder);
    }
  }
}
