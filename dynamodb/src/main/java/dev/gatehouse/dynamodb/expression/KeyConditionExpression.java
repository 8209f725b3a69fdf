package dev.gatehouse.dynamodb.expression;

import dev.gatehouse.dynamodb.expression.key.KeyConditionReader;
import dev.gatehouse.dynamodb.expression.key.KeyConditions;
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

  /** Returns the key conditions with their placeholders replaced. */
  public KeyConditions resolve(ExpressionAttributes attributes) {
    ConditionNode condition =
        new ConditionResolver(syntax.parameter(), attributes).resolve(syntax.root());
    return KeyConditionReader.read(condition);
  }

  @Override
  public Set<String> placeholders() {
    return syntax.placeholders();
  }
}
