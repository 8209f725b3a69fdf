package dev.gatehouse.dynamodb.expression;

import dev.gatehouse.dynamodb.expression.syntax.Operand;
import dev.gatehouse.dynamodb.expression.syntax.UpdateFunctions;
import dev.gatehouse.dynamodb.expression.syntax.UpdateNode;
import dev.gatehouse.dynamodb.expression.text.ExpressionParameter;
import dev.gatehouse.dynamodb.expression.text.ExpressionTexts;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The checks of the operands of an update whose placeholders were replaced. */
final class UpdateChecks {

  private static final ExpressionParameter PARAMETER = ExpressionParameter.UPDATE;

  private static final Set<String> ADDABLE = Set.of("N", "SS", "NS", "BS");
  private static final Set<String> DELETABLE = Set.of("SS", "NS", "BS");
  private static final int FUNCTION_OPERANDS = 2;

  /**
   * The names of types that only the texts of ADD and DELETE use; the others are as on the wire.
   */
  private static final Map<String, String> TYPE_NAMES =
      Map.of("S", "STRING", "N", "NUMBER", "B", "Binary", "L", "LIST", "M", "MAP");

  private UpdateChecks() {}

  static void checkClauseOperand(UpdateNode action) {
    if (action instanceof UpdateNode.Add add) {
      checkClauseOperand("ADD", add.value(), ADDABLE);
    } else if (action instanceof UpdateNode.Delete delete) {
      checkClauseOperand("DELETE", delete.value(), DELETABLE);
    }
  }

  private static void checkClauseOperand(String clause, Operand operand, Set<String> types) {
    if (operand instanceof Operand.Constant constant && !types.contains(constant.value().type())) {
      String type = constant.value().type();
      throw PARAMETER.invalid(
          ExpressionTexts.clauseOperandType(clause, TYPE_NAMES.getOrDefault(type, type)));
    }
  }

  static void checkFunctions(UpdateNode action) {
    if (action instanceof UpdateNode.Set set) {
      checkFunctions(set.value());
    }
  }

  private static void checkFunctions(Operand operand) {
    switch (operand) {
      case Operand.FunctionCall call -> {
        call.operands().forEach(UpdateChecks::checkFunctions);
        checkFunction(call);
      }
      case Operand.Arithmetic arithmetic -> {
        List<Operand> operands = List.of(arithmetic.left(), arithmetic.right());
        operands.forEach(UpdateChecks::checkFunctions);
        checkTypes(arithmetic.operator(), operands, "N");
      }
      default -> {}
    }
  }

  private static void checkFunction(Operand.FunctionCall call) {
    int operands = call.operands().size();
    if (operands != FUNCTION_OPERANDS) {
      throw PARAMETER.invalid(ExpressionTexts.operandCount(call.function(), operands));
    }
    if (call.function().equals(UpdateFunctions.LIST_APPEND)) {
      checkTypes(call.function(), call.operands(), "L");
    } else if (!(call.operands().getFirst() instanceof Operand.Path)) {
      throw PARAMETER.invalid(ExpressionTexts.pathRequired(call.function()));
    }
  }

  private static void checkTypes(String operator, List<Operand> operands, String type) {
    for (Operand operand : operands) {
      if (operand instanceof Operand.Constant constant && !constant.value().type().equals(type)) {
        throw PARAMETER.invalid(ExpressionTexts.operandType(operator, constant.value().type()));
      }
    }
  }
}
