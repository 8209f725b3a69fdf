package dev.gatehouse.dynamodb.expression.syntax;

import java.util.Optional;

/** A comparison of two operands. */
public enum ComparisonOperator {
  EQUAL("="),
  NOT_EQUAL("<>"),
  LESS("<"),
  LESS_OR_EQUAL("<="),
  GREATER(">"),
  GREATER_OR_EQUAL(">=");

  private final String symbol;

  ComparisonOperator(String symbol) {
    this.symbol = symbol;
  }

  public String symbol() {
    return symbol;
  }

  /** Returns true for an operator that needs an order of its operands. */
  public boolean ordering() {
    return this != EQUAL && this != NOT_EQUAL;
  }

  /** Returns the operator with which the operands can change sides. */
  public ComparisonOperator mirrored() {
    return switch (this) {
      case EQUAL, NOT_EQUAL -> this;
      case LESS -> GREATER;
      case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
      case GREATER -> LESS;
      case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
    };
  }

  static Optional<ComparisonOperator> of(Token token) {
    for (ComparisonOperator operator : values()) {
      if (token.isSymbol(operator.symbol)) {
        return Optional.of(operator);
      }
    }
    return Optional.empty();
  }
}
