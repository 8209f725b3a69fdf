package dev.gatehouse.dynamodb.value;

import java.math.BigDecimal;
import java.util.Map;

/** Sizes and depths as DynamoDB counts them. */
public final class Sizes {

  /** The largest item, in bytes. */
  public static final int LARGEST_ITEM = 400 * 1024;

  /** The levels of maps and lists, with the attribute's own as the first. */
  public static final int DEEPEST = 32;

  /** From this depth on another check of AWS refuses a value while it is read. */
  public static final int VERY_DEEP = 64;

  private static final int COLLECTION = 3;

  private Sizes() {}

  /** Returns the size of an item: its names and values. */
  public static int item(Map<String, AttributeValue> item) {
    int size = 0;
    for (Map.Entry<String, AttributeValue> attribute : item.entrySet()) {
      size += Utf8.length(attribute.getKey()) + value(attribute.getValue());
    }
    return size;
  }

  /** Returns the size of a value. */
  public static int value(AttributeValue value) {
    return switch (value) {
      case AttributeValue.S s -> Utf8.length(s.value());
      case AttributeValue.N n -> number(n.value());
      case AttributeValue.B b -> b.value().length();
      case AttributeValue.Bool bool -> 1;
      case AttributeValue.Null none -> 1;
      case AttributeValue.SS ss -> ss.members().stream().mapToInt(Utf8::length).sum();
      case AttributeValue.NS ns -> ns.members().stream().mapToInt(Sizes::number).sum();
      case AttributeValue.BS bs -> bs.members().stream().mapToInt(Binary::length).sum();
      case AttributeValue.L l ->
          COLLECTION + l.elements().stream().mapToInt(each -> 1 + value(each)).sum();
      case AttributeValue.M m -> COLLECTION + m.entries().size() + item(m.entries());
    };
  }

  /** Returns the size of a number, by its significant digits on both sides of the point. */
  public static int number(BigDecimal number) {
    BigDecimal canonical = Numbers.canonical(number);
    if (canonical.signum() == 0) {
      return 1;
    }
    int digits = canonical.precision();
    int fraction = Math.max(0, Math.min(digits, canonical.scale()));
    int whole = digits - fraction;
    return 1 + (whole + 1) / 2 + (fraction + 1) / 2 + (canonical.signum() < 0 ? 1 : 0);
  }

  /** Returns the levels of the deepest of these attributes. */
  public static int depth(Map<String, AttributeValue> attributes) {
    return deepest(attributes.values());
  }

  /** Returns the levels of a value: 1 for a scalar or a set. */
  public static int depth(AttributeValue value) {
    return switch (value) {
      case AttributeValue.L l -> 1 + deepest(l.elements());
      case AttributeValue.M m -> 1 + deepest(m.entries().values());
      default -> 1;
    };
  }

  private static int deepest(Iterable<AttributeValue> values) {
    int deepest = 0;
    for (AttributeValue each : values) {
      deepest = Math.max(deepest, depth(each));
    }
    return deepest;
  }
}
