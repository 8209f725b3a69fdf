package dev.gatehouse.dynamodb.expression.syntax;

import dev.gatehouse.dynamodb.expression.path.DocumentPath;
import dev.gatehouse.dynamodb.expression.text.ExpressionParameter;
import dev.gatehouse.dynamodb.expression.text.ExpressionTexts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The parser of updates. */
public final class UpdateParser extends OperandParser {

  private final List<UpdateNode> actions = new ArrayList<>();
  private final Set<String> clauses = new HashSet<>();
  private Optional<String> repeatedClause = Optional.empty();

  private UpdateParser(TokenCursor cursor) {
    super(cursor);
  }

  /** Returns the syntax of an expression; throws on what its text alone shows to be wrong. */
  public static Syntax<List<UpdateNode>> parse(String expression) {
    ExpressionParameter parameter = ExpressionParameter.UPDATE;
    parameter.refuseEmpty(expression);
    parameter.refuseTooLarge(expression);
    UpdateParser parser = new UpdateParser(new TokenCursor(parameter, expression));
    do {
      parser.clause();
    } while (!parser.cursor.peek().is(Token.Kind.END));
    parser.usages.refuseTooManyOperators();
    parser.usages.refuseReservedWords();
    UpdateFunctions.check(parameter, parser.usages.calls());
    parser.refuseRepeatedClause();
    return new Syntax<>(parameter, parser.actions, parser.usages.placeholders());
  }

  private void refuseRepeatedClause() {
    if (repeatedClause.isPresent()) {
      throw cursor.parameter().invalid(ExpressionTexts.repeatedClause(repeatedClause.get()));
    }
  }

  private void clause() {
    String clause = cursor.peek().text().toUpperCase(Locale.ROOT);
    Supplier<UpdateNode> action =
        switch (clause) {
          case "SET" -> this::set;
          case "REMOVE" -> () -> new UpdateNode.Remove(path());
          case "ADD" -> () -> new UpdateNode.Add(path(), value());
          case "DELETE" -> () -> new UpdateNode.Delete(path(), value());
          default -> throw cursor.syntaxError();
        };
    cursor.next();
    if (!clauses.add(clause) && repeatedClause.isEmpty()) {
      repeatedClause = Optional.of(clause);
    }
    do {
      actions.add(action.get());
    } while (cursor.acceptSymbol(","));
  }

  private UpdateNode set() {
    DocumentPath target = path();
    cursor.expectSymbol("=");
    return new UpdateNode.Set(target, setValue());
  }

  private Operand setValue() {
    Operand left = operandOrGroup();
    boolean arithmetic = cursor.peek().isSymbol("+") || cursor.peek().isSymbol("-");
    if (!arithmetic || left instanceof Operand.Arithmetic) {
      return left;
    }
    String operator = cursor.next().text();
    usages.operator();
    return new Operand.Arithmetic(operator, left, operand());
  }

  /** Reads an operand, or a sum or difference in parentheses. */
  private Operand operandOrGroup() {
    if (!cursor.acceptSymbol("(")) {
      return operand();
    }
    enter();
    Operand inner = setValue();
    leaveGroup();
    return inner;
  }
}
