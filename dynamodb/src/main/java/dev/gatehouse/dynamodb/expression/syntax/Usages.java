package dev.gatehouse.dynamodb.expression.syntax;

import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.expression.text.ExpressionParameter;
import dev.gatehouse.dynamodb.expression.text.ExpressionTexts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an expression uses, in the order in which it is read. */
final class Usages {

  private static final int MOST_OPERATORS = 300;

  private final ExpressionParameter parameter;
  private final Set<String> placeholders = new LinkedHashSet<>();
  private final List<String> names = new ArrayList<>();
  private final List<Operand.FunctionCall> calls = new ArrayList<>();
  private Optional<DynamoDbException> pathError = Optional.empty();
  private int operators;
  private boolean redundantParentheses;

  Usages(ExpressionParameter parameter) {
    this.parameter = parameter;
  }

  void placeholder(String placeholder) {
    placeholders.add(placeholder);
  }

  void name(String name) {
    names.add(name);
  }

  void call(Operand.FunctionCall call) {
    calls.add(call);
    operator();
  }

  void operator() {
    operators++;
  }

  void pathError(String text) {
    if (pathError.isEmpty()) {
      pathError = Optional.of(parameter.invalid(text));
    }
  }

  void redundantParentheses() {
    redundantParentheses = true;
  }

  Set<String> placeholders() {
    return placeholders;
  }

  List<Operand.FunctionCall> calls() {
    return calls;
  }

  void refuseRedundantParentheses() {
    if (redundantParentheses) {
      throw parameter.invalid(ExpressionTexts.REDUNDANT_PARENTHESES);
    }
  }

  void refuseTooManyOperators() {
    if (operators > MOST_OPERATORS) {
      throw tooManyOperators();
    }
  }

  /** Returns the error of more than 300 operators; AWS stops counting at the first one too many. */
  DynamoDbException tooManyOperators() {
    return parameter.invalid(ExpressionTexts.tooManyOperators(MOST_OPERATORS + 1));
  }

  void refuseReservedWords() {
    for (String name : names) {
      if (ReservedWords.contains(name)) {
        throw parameter.invalid(ExpressionTexts.reservedWord(name));
      }
    }
    if (pathError.isPresent()) {
      throw pathError.get();
    }
  }
}
