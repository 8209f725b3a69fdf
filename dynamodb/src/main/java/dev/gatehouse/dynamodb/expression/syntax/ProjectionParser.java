package dev.gatehouse.dynamodb.expression.syntax;

import dev.gatehouse.dynamodb.expression.path.DocumentPath;
import dev.gatehouse.dynamodb.expression.text.ExpressionParameter;
import java.util.ArrayList;
import java.util.List;

/** The parser of projections. */
public final class ProjectionParser {

  private ProjectionParser() {}

  /** Returns the syntax of an expression; throws on what its text alone shows to be wrong. */
  public static Syntax<List<DocumentPath>> parse(String expression) {
    ExpressionParameter parameter = ExpressionParameter.PROJECTION;
    parameter.refuseEmpty(expression);
    parameter.refuseTooLarge(expression);
    OperandParser parser = new OperandParser(new TokenCursor(parameter, expression));
    List<DocumentPath> paths = new ArrayList<>();
    do {
      paths.add(parser.path());
    } while (parser.cursor.acceptSymbol(","));
    parser.cursor.expect(Token.Kind.END);
    parser.usages.refuseReservedWords();
    return new Syntax<>(parameter, paths, parser.usages.placeholders());
  }
}
