package dev.gatehouse.dynamodb.expression;

import java.util.Set;

/** An expression whose text is right and whose placeholders are not replaced yet. */
public sealed interface ParsedExpression
    permits ConditionExpression, KeyConditionExpression, ProjectionExpression, UpdateExpression {

  /** Returns the placeholders of names and values that the expression uses. */
  Set<String> placeholders();
}
