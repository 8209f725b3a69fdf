package dev.gatehouse.dynamodb.expression;

import dev.gatehouse.dynamodb.expression.path.DocumentPath;
import dev.gatehouse.dynamodb.expression.syntax.ProjectionParser;
import dev.gatehouse.dynamodb.expression.syntax.Syntax;
import dev.gatehouse.dynamodb.expression.text.ExpressionParameter;
import java.util.List;
import java.util.Set;

/** A ProjectionExpression. */
public final class ProjectionExpression implements ParsedExpression {

  private final Syntax<List<DocumentPath>> syntax;

  private ProjectionExpression(Syntax<List<DocumentPath>> syntax) {
    this.syntax = syntax;
  }

  /** Parses the text of the parameter. */
  public static ProjectionExpression parse(String text) {
    return new ProjectionExpression(ProjectionParser.parse(text));
  }

  /** Returns the projection with its placeholders replaced. */
  public Projection resolve(ExpressionAttributes attributes) {
    ExpressionParameter parameter = syntax.parameter();
    List<DocumentPath> paths =
        syntax.root().stream().map(path -> attributes.resolve(parameter, path)).toList();
    PathOverlaps.refuse(parameter, paths);
    return new Projection(paths);
  }

  @Override
  public Set<String> placeholders() {
    return syntax.placeholders();
  }
}
