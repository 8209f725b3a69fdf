package dev.gatehouse.dynamodb.expression.syntax;

import java.util.List;

/** A condition as it is written. */
public sealed interface ConditionNode extends ExpressionNode {

  /** Two operands with a comparison operator between them. */
  record Comparison(ComparisonOperator operator, Operand left, Operand right)
      implements ConditionNode {}

  /** An operand between two bounds. */
  record Between(Operand operand, Operand lower, Operand upper) implements ConditionNode {}

  /** An operand among others. */
  record In(Operand operand, List<Operand> others) implements ConditionNode {}

  /** A function that is a condition. */
  record FunctionTest(Operand.FunctionCall call) implements ConditionNode {}

  /** Conditions that must all be true. */
  record And(List<ConditionNode> conditions) implements ConditionNode {}

  /** Conditions of which one must be true. */
  record Or(List<ConditionNode> conditions) implements ConditionNode {}

  /** A negation. */
  record Not(ConditionNode condition) implements ConditionNode {}
}
