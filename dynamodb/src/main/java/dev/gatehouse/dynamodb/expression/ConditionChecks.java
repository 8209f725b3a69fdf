package dev.gatehouse.dynamodb.expression;

import dev.gatehouse.dynamodb.expression.path.DocumentPath;
import dev.gatehouse.dynamodb.expression.syntax.ConditionFunctions;
import dev.gatehouse.dynamodb.expression.syntax.ConditionNode;
import dev.gatehouse.dynamodb.expression.syntax.Operand;
import dev.gatehouse.dynamodb.expression.text.ExpressionParameter;
import dev.gatehouse.dynamodb.expression.text.ExpressionTexts;
import java.util.List;

/** The checks of one condition: number of operands, then distinct operands, then their types. */
final class ConditionChecks {

  private static final int MOST_IN_OPERANDS = 100;

  private final ExpressionParameter parameter;
  private final OperandTypes types;

  ConditionChecks(ExpressionParameter parameter) {
    this.parameter = parameter;
    this.types = new OperandTypes(parameter);
  }

  void check(ConditionNode condition) {
    condition.operands().forEach(this::checkCounts);
    checkCount(condition);
    condition.operands().forEach(this::checkDistinct);
    checkDistinct(condition);
    condition.operands().forEach(this::checkTypes);
    checkTypes(condition);
  }

  private void checkCounts(Operand operand) {
    if (operand instanceof Operand.FunctionCall call) {
      call.operands().forEach(this::checkCounts);
      checkCount(call);
    }
  }

  private void checkCount(ConditionNode condition) {
    if (condition instanceof ConditionNode.FunctionTest test) {
      checkCount(test.call());
    } else if (condition instanceof ConditionNode.In in && in.others().size() > MOST_IN_OPERANDS) {
      throw parameter.invalid(ExpressionTexts.tooManyInOperands(in.others().size()));
    }
  }

  private void checkCount(Operand.FunctionCall call) {
    if (call.operands().size() != ConditionFunctions.operands(call.function())) {
      throw parameter.invalid(
          ExpressionTexts.operandCount(call.function(), call.operands().size()));
    }
  }

  private void checkDistinct(Operand operand) {
    if (operand instanceof Operand.FunctionCall call) {
      call.operands().forEach(this::checkDistinct);
      checkDistinct(call.function(), call.operands());
    }
  }

  private void checkDistinct(ConditionNode condition) {
    switch (condition) {
      case ConditionNode.Comparison comparison ->
          checkDistinct(comparison.operator().symbol(), condition.operands());
      case ConditionNode.Between between -> checkDistinct("BETWEEN", condition.operands());
      case ConditionNode.In in -> checkDistinct("IN", condition.operands());
      case ConditionNode.FunctionTest test ->
          checkDistinct(test.call().function(), condition.operands());
      default -> {}
    }
  }

  private void checkDistinct(String operator, List<Operand> operands) {
    if (operands.getFirst() instanceof Operand.Path first
        && operands.subList(1, operands.size()).contains(first)) {
      DocumentPath path = first.path();
      throw parameter.invalid(ExpressionTexts.sameOperands(operator, path.toString()));
    }
  }

  private void checkTypes(Operand operand) {
    if (operand instanceof Operand.FunctionCall call) {
      call.operands().forEach(this::checkTypes);
      types.checkFunction(call);
    }
  }

  private void checkTypes(ConditionNode condition) {
    switch (condition) {
      case ConditionNode.FunctionTest test -> types.checkFunction(test.call());
      case ConditionNode.Between between -> types.checkBetween(between);
      case ConditionNode.Comparison comparison -> {
        if (comparison.operator().ordering()) {
          types.checkOrdered(comparison.operator().symbol(), condition.operands());
        }
      }
      default -> {}
    }
  }
}
