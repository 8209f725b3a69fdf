package dev.gatehouse.dynamodb.wire;

import static dev.gatehouse.dynamodb.wire.ScalarShape.BLOB;
import static dev.gatehouse.dynamodb.wire.ScalarShape.BOOLEAN;
import static dev.gatehouse.dynamodb.wire.ScalarShape.STRING;

/** Shapes that several operations use. */
final class Shapes {

  static final StructureShape ATTRIBUTE_VALUE = StructureShape.of("AttributeValue");
  static final Shape VALUES = new MapShape(ATTRIBUTE_VALUE);
  static final Shape VALUE_LIST = new ListShape(ATTRIBUTE_VALUE);
  static final Shape NAMES = new MapShape(STRING);
  static final Shape STRINGS = new ListShape(STRING);

  static final Shape EXPECTED =
      new MapShape(
          StructureShape.of("ExpectedAttributeValue")
              .with(ATTRIBUTE_VALUE, "Value")
              .with(BOOLEAN, "Exists")
              .with(STRING, "ComparisonOperator")
              .with(VALUE_LIST, "AttributeValueList"));

  static final Shape CONDITIONS =
      new MapShape(
          StructureShape.of("Condition")
              .with(STRING, "ComparisonOperator")
              .with(VALUE_LIST, "AttributeValueList"));

  static {
    ATTRIBUTE_VALUE
        .with(STRING, "S", "N")
        .with(BLOB, "B")
        .with(STRINGS, "SS", "NS")
        .with(new ListShape(BLOB), "BS")
        .with(BOOLEAN, "BOOL", "NULL")
        .with(VALUE_LIST, "L")
        .with(VALUES, "M");
  }

  private Shapes() {}
}
