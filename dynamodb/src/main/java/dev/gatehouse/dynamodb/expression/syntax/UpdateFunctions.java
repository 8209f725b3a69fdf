package dev.gatehouse.dynamodb.expression.syntax;

import dev.gatehouse.dynamodb.expression.text.ExpressionParameter;
import dev.gatehouse.dynamodb.expression.text.ExpressionTexts;
import java.util.List;
import java.util.Set;

/** The functions of updates and where they may stand. */
public final class UpdateFunctions {

  public static final String IF_NOT_EXISTS = "if_not_exists";
  public static final String LIST_APPEND = "list_append";

  private static final Set<String> FUNCTIONS = Set.of(IF_NOT_EXISTS, LIST_APPEND);

  private UpdateFunctions() {}

  static boolean contains(String function) {
    return FUNCTIONS.contains(function);
  }

  static void check(ExpressionParameter parameter, List<Operand.FunctionCall> calls) {
    for (Operand.FunctionCall call : calls) {
      if (ConditionFunctions.operands(call.function()) > 0) {
        throw parameter.invalid(ExpressionTexts.notInUpdates(call.function()));
      }
      if (!contains(call.function())) {
        throw parameter.invalid(ExpressionTexts.unknownFunction(call.function()));
      }
    }
    for (Operand.FunctionCall call : calls) {
      if (call.function().equals(LIST_APPEND)
          && call.operands().stream().anyMatch(UpdateFunctions::isListAppend)) {
        throw parameter.invalid(ExpressionTexts.misusedFunction(LIST_APPEND));
      }
    }
  }

  private static boolean isListAppend(Operand operand) {
    return operand instanceof Operand.FunctionCall call && call.function().equals(LIST_APPEND);
  }
}
