package dev.gatehouse.dynamodb.operation.page;

import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.expression.Condition;
import dev.gatehouse.dynamodb.expression.ConditionExpression;
import dev.gatehouse.dynamodb.expression.ExpressionAttributes;
import dev.gatehouse.dynamodb.expression.ParsedExpression;
import dev.gatehouse.dynamodb.expression.Projection;
import dev.gatehouse.dynamodb.expression.ProjectionExpression;
import dev.gatehouse.dynamodb.expression.text.ExpressionParameter;
import dev.gatehouse.dynamodb.operation.Placeholders;
import dev.gatehouse.dynamodb.table.Index;
import dev.gatehouse.dynamodb.table.Table;
import dev.gatehouse.dynamodb.wire.Parameters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The expressions of Query and Scan, and the index they read. */
final class PageParameters {

  private final Parameters request;
  private final List<ParsedExpression> parsed = new ArrayList<>();
  private @Nullable Condition filter;
  private @Nullable Projection projection;

  PageParameters(Parameters request) {
    this.request = request;
  }

  /** Reads the placeholders, which need an expression. */
  ExpressionAttributes placeholders(String suffix) {
    boolean valued = request.has("FilterExpression") || request.has("KeyConditionExpression");
    Placeholders placeholders = new Placeholders(request, Placeholders.Wrapping.TYPES);
    placeholders.checkNames(valued || request.has("ProjectionExpression"));
    placeholders.checkValueKeys(valued, suffix);
    return placeholders.read();
  }

  /** Adds an expression whose placeholders count as used. */
  void add(ParsedExpression expression) {
    parsed.add(expression);
  }

  /** Parses and resolves FilterExpression, then ProjectionExpression. */
  void readExpressions(ExpressionParameter parameter, ExpressionAttributes attributes) {
    @Nullable String filterText = request.string("FilterExpression");
    if (filterText != null) {
      ConditionExpression expression = ConditionExpression.parse(parameter, filterText);
      parsed.add(expression);
      filter = expression.resolve(attributes);
    }
    @Nullable String projectionText = request.string("ProjectionExpression");
    if (projectionText != null) {
      ProjectionExpression expression = ProjectionExpression.parse(projectionText);
      parsed.add(expression);
      projection = expression.resolve(attributes);
    }
  }

  void refuseUnused(ExpressionAttributes attributes) {
    attributes.refuseUnused(parsed);
  }

  void useFilter(@Nullable Condition legacy) {
    filter = legacy == null ? filter : legacy;
  }

  void useProjection(@Nullable Projection legacy) {
    projection = legacy == null ? projection : legacy;
  }

  @Nullable Condition filter() {
    return filter;
  }

  @Nullable Projection projection() {
    return projection;
  }

  /** Returns the reader of a page of the table or its index. */
  PageReader reader(Table table, @Nullable Index index, Selection selection) {
    return new PageReader(
        table,
        index,
        filter,
        request.number("Limit"),
        selection.needsTable(index, projection),
        request.flag("ConsistentRead"));
  }

  /** Returns the index that the request names, null for none. */
  @Nullable Index index(Table table) {
    @Nullable String name = request.string("IndexName");
    if (name == null) {
      return null;
    }
    Index index =
        table
            .index(name)
            .orElseThrow(
                () ->
                    DynamoDbException.validation(
                        "The table does not have the specified index: " + name));
    if (index.global() && request.flag("ConsistentRead")) {
      throw DynamoDbException.validation(
          "Consistent reads are not supported on global secondary indexes");
    }
    return index;
  }
}
