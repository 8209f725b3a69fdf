package dev.gatehouse.dynamodb.expression.syntax;

import dev.gatehouse.dynamodb.expression.path.DocumentPath;

/** An action of an update as it is written. */
public sealed interface UpdateNode {

  /** Returns the path that the action changes. */
  DocumentPath target();

  /** {@code SET target = value}. */
  record Set(DocumentPath target, Operand value) implements UpdateNode {}

  /** {@code REMOVE target}. */
  record Remove(DocumentPath target) implements UpdateNode {}

  /** {@code ADD target :value}. */
  record Add(DocumentPath target, Operand value) implements UpdateNode {}

  /** {@code DELETE target :value}. */
  record Delete(DocumentPath target, Operand value) implements UpdateNode {}
}
