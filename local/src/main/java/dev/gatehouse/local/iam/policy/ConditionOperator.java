package dev.gatehouse.local.iam.policy;

import java.util.Optional;
import java.util.stream.Stream;

/** The condition operators that the emulator evaluates. */
enum ConditionOperator {
  STRING_EQUALS("StringEquals", Comparison.EXACT, false),
  STRING_NOT_EQUALS("StringNotEquals", Comparison.EXACT, true),
  STRING_LIKE("StringLike", Comparison.LIKE, false),
  STRING_NOT_LIKE("StringNotLike", Comparison.LIKE, true),
  ARN_EQUALS("ArnEquals", Comparison.ARN, false),
  ARN_LIKE("ArnLike", Comparison.ARN, false),
  ARN_NOT_EQUALS("ArnNotEquals", Comparison.ARN, true),
  ARN_NOT_LIKE("ArnNotLike", Comparison.ARN, true),
  BOOL("Bool", Comparison.EXACT, false);

  private final String awsName;
  private final Comparison comparison;
  private final boolean negated;

  /** The ways to compare; ArnEquals is ArnLike by another name. */
  private enum Comparison {
    EXACT,
    LIKE,
    ARN
  }

  /** A test of one value. */
  @FunctionalInterface
  interface ValuePattern {
    boolean matches(String value);
  }

  ConditionOperator(String awsName, Comparison comparison, boolean negated) {
    this.awsName = awsName;
    this.comparison = comparison;
    this.negated = negated;
  }

  /** Returns the operator of this name, or an empty Optional if it is not evaluated. */
  static Optional<ConditionOperator> of(String name) {
    return Stream.of(values()).filter(operator -> operator.awsName.equals(name)).findFirst();
  }

  /** Returns the test for one of a condition's values. */
  ValuePattern pattern(String value) {
    return switch (comparison) {
      case EXACT -> value::equals;
      case LIKE -> TextPattern.of(value)::matches;
      case ARN -> TextPattern.ofArn(value)::matches;
    };
  }

  /** Returns whether the condition holds for values that do not match, and without the key. */
  boolean negated() {
    return negated;
  }

  /** Returns the names of all operators, for messages. */
  static String names() {
    return String.join(", ", Stream.of(values()).map(operator -> operator.awsName).toList());
  }
}
