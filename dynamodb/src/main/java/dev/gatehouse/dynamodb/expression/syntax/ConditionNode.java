package dev.gatehouse.dynamodb.expression.syntax;

import java.util.ArrayList;
import java.util.List;

/** A condition as it is written, or with its placeholders replaced. */
public sealed interface ConditionNode extends ExpressionNode {

  /** Returns the operands of a condition that is not made of others; none for those that are. */
  default List<Operand> operands() {
    return List.of();
  }

  /** Two operands with a comparison operator between them. */
  record Comparison(ComparisonOperator operator, Operand left, Operand right)
      implements ConditionNode {
    @Override
    public List<Operand> operands() {
      return List.of(left, right);
    }
  }

  /** An operand between two bounds. */
  record Between(Operand operand, Operand lower, Operand upper) implements ConditionNode {
    @Override
    public List<Operand> operands() {
      return List.of(operand, lower, upper);
    }
  }

  /** An operand among others. */
  record In(Operand operand, List<Operand> others) implements ConditionNode {
    @Override
    public List<Operand> operands() {
      List<Operand> all = new ArrayList<>();
      all.add(operand);
      all.addAll(others);
      return all;
    }
  }

  /** A function that is a condition. */
  record FunctionTest(Operand.FunctionCall call) implements ConditionNode {
    /** Creates a condition of a function and its operands. */
    public static FunctionTest of(String function, Operand... operands) {
      return new FunctionTest(new Operand.FunctionCall(function, List.of(operands)));
    }

    @Override
    public List<Operand> operands() {
      return call.operands();
    }
  }

  /** Conditions that must all be true. */
  record And(List<ConditionNode> conditions) implements ConditionNode {}

  /** Conditions of which one must be true. */
  record Or(List<ConditionNode> conditions) implements ConditionNode {}

  /** A negation. */
  record Not(ConditionNode condition) implements ConditionNode {}
}
