package dev.gatehouse.dynamodb.operation.item;

import dev.gatehouse.dynamodb.expression.Condition;
import dev.gatehouse.dynamodb.wire.Parameters;
import org.jspecify.annotations.Nullable;

/** The legacy parameters Expected and ConditionalOperator. */
final class LegacyCondition {

  private LegacyCondition() {}

  /** Returns the condition, null for none. */
  static @Nullable Condition read(Parameters request) {
    return null;
  }
}
