package dev.gatehouse.dynamodb.value;

import java.util.OptionalInt;

/** The order of strings, numbers and bytes. */
public final class ValueOrder {

  private ValueOrder() {}

  /** Compares two values; empty for different types and for those that have no order. */
  public static OptionalInt compare(AttributeValue a, AttributeValue b) {
    if (a instanceof AttributeValue.S x && b instanceof AttributeValue.S y) {
      return OptionalInt.of(Utf8.ORDER.compare(x.value(), y.value()));
    }
    if (a instanceof AttributeValue.N x && b instanceof AttributeValue.N y) {
      return OptionalInt.of(x.value().compareTo(y.value()));
    }
    if (a instanceof AttributeValue.B x && b instanceof AttributeValue.B y) {
      return OptionalInt.of(x.value().compareTo(y.value()));
    }
    return OptionalInt.empty();
  }
}
