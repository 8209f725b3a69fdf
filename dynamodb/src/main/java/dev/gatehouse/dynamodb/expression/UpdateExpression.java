package dev.gatehouse.dynamodb.expression;

import dev.gatehouse.dynamodb.expression.syntax.Syntax;
import dev.gatehouse.dynamodb.expression.syntax.UpdateNode;
import dev.gatehouse.dynamodb.expression.syntax.UpdateParser;
import dev.gatehouse.dynamodb.expression.text.UpdateTexts;
import java.util.List;
import java.util.Set;

/** An UpdateExpression. */
public final class UpdateExpression implements ParsedExpression {

  private final Syntax<List<UpdateNode>> syntax;

  private UpdateExpression(Syntax<List<UpdateNode>> syntax) {
    this.syntax = syntax;
  }

  /** Parses the text of the parameter. */
  public static UpdateExpression parse(String text) {
    return new UpdateExpression(UpdateParser.parse(text));
  }

  /** Returns the update with its placeholders replaced. */
  public Update resolve(ExpressionAttributes attributes) {
    return new Update(
        new UpdateResolver(attributes).resolve(syntax.root()), UpdateTexts.INCORRECT_TYPE);
  }

  @Override
  public Set<String> placeholders() {
    return syntax.placeholders();
  }
}
