package dev.gatehouse.dynamodb.expression.syntax;

import dev.gatehouse.dynamodb.expression.text.ExpressionParameter;
import dev.gatehouse.dynamodb.expression.text.ExpressionTexts;
import java.util.List;
import java.util.Map;

/** The functions of conditions and where they may stand. */
public final class ConditionFunctions {

  public static final String SIZE = "size";
  public static final String ATTRIBUTE_EXISTS = "attribute_exists";
  public static final String ATTRIBUTE_NOT_EXISTS = "attribute_not_exists";
  public static final String ATTRIBUTE_TYPE = "attribute_type";
  public static final String BEGINS_WITH = "begins_with";
  public static final String CONTAINS = "contains";

  /** The functions with the number of their operands. */
  private static final Map<String, Integer> OPERANDS =
      Map.of(
          SIZE, 1,
          ATTRIBUTE_EXISTS, 1,
          ATTRIBUTE_NOT_EXISTS, 1,
          ATTRIBUTE_TYPE, 2,
          BEGINS_WITH, 2,
          CONTAINS, 2);

  private final ExpressionParameter parameter;

  private ConditionFunctions(ExpressionParameter parameter) {
    this.parameter = parameter;
  }

  /** Returns the number of operands that a function has. */
  public static int operands(String function) {
    return OPERANDS.getOrDefault(function, 0);
  }

  static void check(
      ExpressionParameter parameter, ConditionNode root, List<Operand.FunctionCall> calls) {
    for (Operand.FunctionCall call : calls) {
      if (UpdateFunctions.contains(call.function())) {
        throw parameter.invalid(ExpressionTexts.notInConditions(call.function()));
      }
      if (!OPERANDS.containsKey(call.function())) {
        throw parameter.invalid(ExpressionTexts.unknownFunction(call.function()));
      }
    }
    new ConditionFunctions(parameter).checkPlaces(root);
  }

  private void checkPlaces(ConditionNode node) {
    switch (node) {
      case ConditionNode.And and -> and.conditions().forEach(this::checkPlaces);
      case ConditionNode.Or or -> or.conditions().forEach(this::checkPlaces);
      case ConditionNode.Not not -> checkPlaces(not.condition());
      case ConditionNode.FunctionTest test -> {
        checkOperands(test.operands());
        if (test.call().function().equals(SIZE)) {
          throw parameter.invalid(ExpressionTexts.misusedFunction(SIZE));
        }
      }
      default -> checkOperands(node.operands());
    }
  }

  private void checkOperands(List<Operand> operands) {
    for (Operand operand : operands) {
      if (operand instanceof Operand.FunctionCall call) {
        checkOperands(call.operands());
        if (!call.function().equals(SIZE)) {
          throw parameter.invalid(ExpressionTexts.misusedFunction(call.function()));
        }
      }
    }
  }
}
