package dev.gatehouse.dynamodb.expression.path;

/** A step of a document path. */
public sealed interface PathElement {

  /**
   * The name of an attribute or of an entry of a map; in a parsed expression, or its placeholder.
   */
  record Attribute(String name) implements PathElement {
    @Override
    public String toString() {
      return name;
    }
  }

  /** The index of an element of a list. */
  record Index(int index) implements PathElement {
    @Override
    public String toString() {
      return "[" + index + "]";
    }
  }
}
