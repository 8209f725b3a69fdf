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
    ConditionNode root = parser.condition(parser.expression());
    parser.cursor.expect(Token.Kind.END);
    parser.usages.refuseRedundantParentheses();
    parser.usages.refuseTooManyOperators();
    ConditionFunctions.check(parameter, root, parser.usages.calls());
    parser.usages.refuseReservedWords();
    return new Syntax<>(parameter, root, parser.usages.placeholders());
  }

  /** Reads conditions between which OR stands; few methods, because parentheses nest deeply. */
  private ExpressionNode expression() {
    List<ConditionNode> alternatives = new ArrayList<>();
    List<ConditionNode> conjuncts = new ArrayList<>();
    ExpressionNode last = term();
    while (true) {
      if (cursor.peek().isKeyword("AND")) {
        conjuncts.add(condition(last));
      } else if (cursor.peek().isKeyword("OR")) {
        alternatives.add(conjunction(conjuncts, condition(last)));
        conjuncts = new ArrayList<>();
      } else {
        return joined(alternatives, conjuncts, last);
      }
      cursor.next();
      last = term();
    }
  }

  private ExpressionNode joined(
      List<ConditionNode> alternatives, List<ConditionNode> conjuncts, ExpressionNode last) {
    if (alternatives.isEmpty() && conjuncts.isEmpty()) {
      return last;
    }
    ConditionNode conjunction = conjunction(conjuncts, condition(last));
    noGroup();
    if (alternatives.isEmpty()) {
      return conjunction;
    }
    alternatives.add(conjunction);
    return new ConditionNode.Or(alternatives);
  }

  private static ConditionNode conjunction(List<ConditionNode> conjuncts, ConditionNode last) {
    if (conjuncts.isEmpty()) {
      return last;
    }
    conjuncts.add(last);
    return new ConditionNode.And(conjuncts);
  }

  /** Reads a comparison, a function or a group, and the negations before it. */
  private ExpressionNode term() {
    int negations = 0;
    while (cursor.acceptKeyword("NOT")) {
      negations++;
    }
    ExpressionNode node = operandOrGroup();
    if (node instanceof Operand operand) {
      node = comparison(operand);
    }
    return negations == 0 ? node : negated(condition(node), negations);
  }

  private ConditionNode negated(ConditionNode condition, int times) {
    noGroup();
    // An even number of negations still is one to the caller: a key condition refuses NOT NOT.
    ConditionNode once = new ConditionNode.Not(condition);
    return times % 2 == 1 ? once : new ConditionNode.Not(once);
  }

  /** Returns the node as a condition, which an operand is only if it is a function. */
  private ConditionNode condition(ExpressionNode node) {
    return switch (node) {
      case ConditionNode condition -> condition;
      case Operand.FunctionCall call -> new ConditionNode.FunctionTest(call);
      case Operand operand -> throw cursor.syntaxError();
    };
  }

  private ExpressionNode comparison(Operand operand) {
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
    return cursor.acceptKeyword("IN") ? in(operand) : operand;
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
    ExpressionNode inner = expression();
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
