package dev.gatehouse.dynamodb.expression;

import dev.gatehouse.dynamodb.expression.syntax.ConditionNode;
import dev.gatehouse.dynamodb.expression.syntax.ConditionParser;
import dev.gatehouse.dynamodb.expression.syntax.Syntax;
import dev.gatehouse.dynamodb.expression.text.ExpressionParameter;
import java.util.Set;

/** A KeyConditionExpression. */
public final class KeyConditionExpression implements ParsedExpression {

  private final Syntax<ConditionNode> syntax;

  private KeyConditionExpression(Syntax<ConditionNode> syntax) {
    this.syntax = syntax;
  }

  /** Parses the text of the parameter. */
  public static KeyConditionExpression parse(String text) {
    return new KeyConditionExpression(
        ConditionParser.parse(ExpressionParameter.KEY_CONDITION, text));
  }

  /**
   * Returns the condition with its placeholders replaced. Whether it suits a key is checked when
   * its key conditions are read, which AWS does after it has read the other expressions.
   */
  public Condition resolve(ExpressionAttributes attributes) {
    return new Condition(
        new ConditionResolver(syntax.parameter(), attributes).resolve(syntax.root()));
  }

  @Override
  public Set<String> placeholders() {
    return syntax.placeholders();
  }
}
