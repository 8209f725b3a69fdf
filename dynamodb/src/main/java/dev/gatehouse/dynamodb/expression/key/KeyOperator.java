package dev.gatehouse.dynamodb.expression.key;

import dev.gatehouse.dynamodb.expression.syntax.ComparisonOperator;

/** A comparison that a key condition can make. */
public enum KeyOperator {
  EQUAL,
  LESS,
  LESS_OR_EQUAL,
  GREATER,
  GREATER_OR_EQUAL,
  BETWEEN,
  BEGINS_WITH;

  static KeyOperator of(ComparisonOperator operator) {
    return switch (operator) {
      case EQUAL -> EQUAL;
      case LESS -> LESS;
      case LESS_OR_EQUAL -> LESS_OR_EQUAL;
      case GREATER -> GREATER;
      case GREATER_OR_EQUAL -> GREATER_OR_EQUAL;
      case NOT_EQUAL -> throw new IllegalArgumentException("No key condition");
    };
  }
}
