package dev.gatehouse.dynamodb.expression.path;

import dev.gatehouse.dynamodb.value.AttributeValue;

/** What an update does at the end of a document path. */
public sealed interface PathChange {

  /** A value is written. */
  record Write(AttributeValue value) implements PathChange {}

  /** What is there is removed. */
  record Remove() implements PathChange {}
}
