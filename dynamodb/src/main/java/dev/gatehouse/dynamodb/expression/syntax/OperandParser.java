package dev.gatehouse.dynamodb.expression.syntax;

import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.expression.path.DocumentPath;
import dev.gatehouse.dynamodb.expression.path.PathElement;
import dev.gatehouse.dynamodb.expression.text.ExpressionTexts;
import java.util.ArrayList;
import java.util.List;

/** The parser of paths, values, functions and operands in parentheses. */
class OperandParser {

  /**
   * The depth of parentheses that the parser follows. What is deeper has either redundant
   * parentheses or more than 300 operators, unless it is a pile of negations.
   */
  private static final int DEEPEST = 300;

  /**
   * What a function adds to the depth: it costs twice the stack of a group, and nobody nests them.
   */
  private static final int FUNCTION_DEPTH = 3;

  private static final int DEEPEST_PATH = 32;

  final TokenCursor cursor;
  final Usages usages;

  private int depth;

  /** True if what was read last is a group in parentheses and nothing else. */
  private boolean group;

  OperandParser(TokenCursor cursor) {
    this.cursor = cursor;
    this.usages = new Usages(cursor.parameter());
  }

  Operand operand() {
    if (cursor.acceptSymbol("(")) {
      enter();
      Operand inner = operand();
      leaveGroup();
      return inner;
    }
    Operand operand = ungrouped();
    noGroup();
    return operand;
  }

  private Operand ungrouped() {
    Token token = cursor.peek();
    return switch (token.kind()) {
      case VALUE_PLACEHOLDER -> value();
      case NAME_PLACEHOLDER -> new Operand.Path(path());
      case IDENTIFIER ->
          cursor.peekSecond().isSymbol("(") ? functionCall() : new Operand.Path(path());
      default -> throw cursor.syntaxError();
    };
  }

  final Operand.Value value() {
    String placeholder = cursor.expect(Token.Kind.VALUE_PLACEHOLDER).text();
    usages.placeholder(placeholder);
    return new Operand.Value(placeholder);
  }

  private Operand.FunctionCall functionCall() {
    String function = cursor.next().text();
    List<Operand> operands = operandsInParentheses();
    Operand.FunctionCall call = new Operand.FunctionCall(function, operands);
    usages.call(call);
    return call;
  }

  final List<Operand> operandsInParentheses() {
    cursor.expectSymbol("(");
    enter(FUNCTION_DEPTH);
    List<Operand> operands = new ArrayList<>();
    do {
      operands.add(operand());
    } while (cursor.acceptSymbol(","));
    cursor.expectSymbol(")");
    depth -= FUNCTION_DEPTH;
    return List.copyOf(operands);
  }

  final DocumentPath path() {
    List<PathElement> elements = new ArrayList<>();
    elements.add(name());
    return steps(elements);
  }

  /** Reads the steps of a path behind those that were read. */
  final DocumentPath steps(List<PathElement> elements) {
    while (true) {
      if (cursor.acceptSymbol(".")) {
        elements.add(name());
      } else if (cursor.acceptSymbol("[")) {
        elements.add(index(cursor.expect(Token.Kind.INDEX).text()));
        cursor.expectSymbol("]");
      } else {
        break;
      }
    }
    if (elements.size() > DEEPEST_PATH) {
      usages.pathError(ExpressionTexts.pathTooDeep(elements.size()));
    }
    return new DocumentPath(elements);
  }

  private PathElement name() {
    if (cursor.peek().is(Token.Kind.NAME_PLACEHOLDER)) {
      usages.placeholder(cursor.peek().text());
    } else if (cursor.peek().is(Token.Kind.IDENTIFIER)) {
      usages.name(cursor.peek().text());
    } else {
      throw cursor.syntaxError();
    }
    return new PathElement.Attribute(cursor.next().text());
  }

  private PathElement index(String digits) {
    try {
      return new PathElement.Index(Integer.parseInt(digits));
    } catch (NumberFormatException tooLarge) {
      usages.pathError(ExpressionTexts.indexOutOfRange(digits));
      return new PathElement.Index(Integer.MAX_VALUE);
    }
  }

  /** Notes an opening parenthesis; refuses what would nest without end. */
  final void enter() {
    enter(1);
  }

  private void enter(int levels) {
    depth += levels;
    if (depth > DEEPEST) {
      throw tooDeep();
    }
  }

  private DynamoDbException tooDeep() {
    if (!cursor.balanced()) {
      cursor.skipToEnd();
      return cursor.syntaxError();
    }
    return cursor.hasDoubleParentheses()
        ? cursor.parameter().invalid(ExpressionTexts.REDUNDANT_PARENTHESES)
        : usages.tooManyOperators();
  }

  /** Reads the closing parenthesis of a group. */
  final void leaveGroup() {
    boolean groupOfGroup = group;
    cursor.expectSymbol(")");
    if (groupOfGroup) {
      usages.redundantParentheses();
    }
    depth--;
    group = true;
  }

  /** Notes that what was read last is more than a group. */
  final void noGroup() {
    group = false;
  }
}
