package dev.gatehouse.dynamodb.operation;

import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.error.Texts;
import dev.gatehouse.dynamodb.value.AttributeValue;
import dev.gatehouse.dynamodb.value.Sizes;
import java.util.Map;

/** The limit of the levels of maps and lists. */
public final class Nesting {

  private Nesting() {}

  /** Refuses values that are nested too deeply. */
  public static void check(Map<String, AttributeValue> values) {
    check(Sizes.depth(values));
  }

  /** Refuses a value that is nested too deeply. */
  public static void check(int depth) {
    if (depth >= Sizes.VERY_DEEP) {
      throw DynamoDbException.validation(Texts.NESTING);
    }
    if (depth > Sizes.DEEPEST) {
      throw DynamoDbException.ofRequest(Texts.NESTING);
    }
  }
}
