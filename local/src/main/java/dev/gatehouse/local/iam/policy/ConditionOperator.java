package dev.gatehouse.local.iam.policy;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The condition operators that the emulator evaluates. */
enum ConditionOperator {
  STRING_EQUALS("StringEquals", ConditionOperator::exactly, false),
  STRING_NOT_EQUALS("StringNotEquals", ConditionOperator::exactly, true),
  STRING_LIKE("StringLike", ConditionOperator::like, false),
  STRING_NOT_LIKE("StringNotLike", ConditionOperator::like, true),
  ARN_EQUALS("ArnEquals", ConditionOperator::arn, false),
  ARN_LIKE("ArnLike", ConditionOperator::arn, false),
  ARN_NOT_EQUALS("ArnNotEquals", ConditionOperator::arn, true),
  ARN_NOT_LIKE("ArnNotLike", ConditionOperator::arn, true);

  private final String awsName;
  private final Function<String, ValuePattern> pattern;
  private final boolean negated;

  /** A test of one value. */
  @FunctionalInterface
  interface ValuePattern {
    boolean matches(String value);
  }

  ConditionOperator(String awsName, Function<String, ValuePattern> pattern, boolean negated) {
    this.awsName = awsName;
    this.pattern = pattern;
    this.negated = negated;
  }

  /** Returns the operator of this name, or an empty Optional if it is not evaluated. */
  static Optional<ConditionOperator> of(String name) {
    return Stream.of(values()).filter(operator -> operator.awsName.equals(name)).findFirst();
  }

  /** Returns the test for one of a condition's values. */
  ValuePattern pattern(String value) {
    return pattern.apply(value);
  }

  /** Returns whether the condition holds for values that do not match, and without the key. */
  boolean negated() {
    return negated;
  }

  /** Returns the names of all operators, for messages. */
  static String names() {
    return String.join(", ", Stream.of(values()).map(operator -> operator.awsName).toList());
  }

  private static ValuePattern like(String pattern) {
    return TextPattern.of(pattern)::matches;
  }

  private static ValuePattern arn(String pattern) {
    return TextPattern.ofArn(pattern)::matches;
  }

  private static ValuePattern exactly(String expected) {
    return expected::equals;
  }
}
