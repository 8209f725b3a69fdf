package dev.gatehouse.dynamodb.expression.syntax;

import dev.gatehouse.dynamodb.expression.path.DocumentPath;
import dev.gatehouse.dynamodb.expression.path.PathElement;
import dev.gatehouse.dynamodb.expression.text.ExpressionParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The parser of conditions. What begins with a parenthesis may turn out to be an operand or a
 * condition; both are read by the same methods, and an operand where a condition belongs is refused
 * at the token behind it, as a parser with unlimited lookahead does.
 */
public final class ConditionParser extends OperandParser {

  private ConditionParser(TokenCursor cursor) {
    super(cursor);
  }

  /** Returns the syntax of an expression; throws on what its text alone shows to be wrong. */
  public static Syntax<ConditionNode> parse(ExpressionParameter parameter, String expression) {
    parameter.refuseEmpty(expression);
    parameter.refuseTooLarge(expression);
    ConditionParser parser = new ConditionParser(new TokenCursor(parameter, expression));
    ConditionNode root = parser.condition(parser.or());
    parser.cursor.expect(Token.Kind.END);
    parser.usages.refuseRedundantParentheses();
    parser.usages.refuseTooManyOperators();
    ConditionFunctions.check(parameter, root, parser.usages.calls());
    parser.usages.refuseReservedWords();
    return new Syntax<>(parameter, root, parser.usages.placeholders());
  }

  private ExpressionNode or() {
    ExpressionNode first = and();
    if (!cursor.peek().isKeyword("OR")) {
      return first;
    }
    List<ConditionNode> conditions = new ArrayList<>();
    conditions.add(condition(first));
    while (cursor.acceptKeyword("OR")) {
      conditions.add(condition(and()));
    }
    noGroup();
    return new ConditionNode.Or(conditions);
  }

  private ExpressionNode and() {
    ExpressionNode first = not();
    if (!cursor.peek().isKeyword("AND")) {
      return first;
    }
    List<ConditionNode> conditions = new ArrayList<>();
    conditions.add(condition(first));
    while (cursor.acceptKeyword("AND")) {
      conditions.add(condition(not()));
    }
    noGroup();
    return new ConditionNode.And(conditions);
  }

  private ExpressionNode not() {
    if (!cursor.peek().isKeyword("NOT")) {
      return comparison();
    }
    boolean negated = false;
    while (cursor.acceptKeyword("NOT")) {
      negated = !negated;
    }
    ConditionNode inner = condition(comparison());
    noGroup();
    // An even number of negations still is one to the caller: a key condition refuses NOT NOT.
    return new ConditionNode.Not(negated ? inner : new ConditionNode.Not(inner));
  }

  /** Returns the node as a condition, which an operand is only if it is a function. */
  private ConditionNode condition(ExpressionNode node) {
    return switch (node) {
      case ConditionNode condition -> condition;
      case Operand.FunctionCall call -> new ConditionNode.FunctionTest(call);
      case Operand operand -> throw cursor.syntaxError();
    };
  }

  private ExpressionNode comparison() {
    ExpressionNode left = operandOrGroup();
    if (!(left instanceof Operand operand)) {
      return left;
    }
    Optional<ComparisonOperator> operator = ComparisonOperator.of(cursor.peek());
    if (operator.isPresent()) {
      cursor.next();
      usages.operator();
      Operand right = operand();
      noGroup();
      return new ConditionNode.Comparison(operator.get(), operand, right);
    }
    if (cursor.acceptKeyword("BETWEEN")) {
      return between(operand);
    }
    return cursor.acceptKeyword("IN") ? in(operand) : left;
  }

  private ConditionNode between(Operand operand) {
    usages.operator();
    Operand lower = operand();
    cursor.expectKeyword("AND");
    Operand upper = operand();
    noGroup();
    return new ConditionNode.Between(operand, lower, upper);
  }

  private ConditionNode in(Operand operand) {
    usages.operator();
    List<Operand> others = operandsInParentheses();
    noGroup();
    return new ConditionNode.In(operand, others);
  }

  private ExpressionNode operandOrGroup() {
    if (!cursor.acceptSymbol("(")) {
      return operand();
    }
    enter();
    ExpressionNode inner = or();
    leaveGroup();
    return inner instanceof Operand operand ? withSteps(operand) : inner;
  }

  @Override
  Operand operand() {
    return withSteps(super.operand());
  }

  /** Reads the steps that may follow a path in parentheses. */
  private Operand withSteps(Operand operand) {
    boolean steps = cursor.peek().isSymbol(".") || cursor.peek().isSymbol("[");
    if (!steps || !(operand instanceof Operand.Path path)) {
      return operand;
    }
    List<PathElement> elements = new ArrayList<>(path.path().elements());
    DocumentPath whole = steps(elements);
    noGroup();
    return new Operand.Path(whole);
  }
}
