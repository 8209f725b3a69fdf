package dev.gatehouse.dynamodb.expression;

import dev.gatehouse.dynamodb.expression.syntax.ConditionNode;
import dev.gatehouse.dynamodb.expression.syntax.ConditionParser;
import dev.gatehouse.dynamodb.expression.syntax.Syntax;
import dev.gatehouse.dynamodb.expression.text.ExpressionParameter;
import java.util.Set;

/** A ConditionExpression or FilterExpression. */
public final class ConditionExpression implements ParsedExpression {

  private final Syntax<ConditionNode> syntax;

  private ConditionExpression(Syntax<ConditionNode> syntax) {
    this.syntax = syntax;
  }

  /** Parses the text of a parameter. */
  public static ConditionExpression parse(ExpressionParameter parameter, String text) {
    return new ConditionExpression(ConditionParser.parse(parameter, text));
  }

  /** Returns the condition with its placeholders replaced. */
  public Condition resolve(ExpressionAttributes attributes) {
    return new Condition(
        new ConditionResolver(syntax.parameter(), attributes).resolve(syntax.root()));
  }

  @Override
  public Set<String> placeholders() {
    return syntax.placeholders();
  }
}
