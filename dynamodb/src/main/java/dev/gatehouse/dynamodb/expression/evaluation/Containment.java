package dev.gatehouse.dynamodb.expression.evaluation;

import dev.gatehouse.dynamodb.value.AttributeValue;
import dev.gatehouse.dynamodb.value.Binary;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the functions begins_with and contains find in a value. */
public final class Containment {

  private Containment() {}

  /** Returns true if a string or bytes begin with the same of another. */
  public static boolean beginsWith(
      @Nullable AttributeValue value, @Nullable AttributeValue prefix) {
    if (value instanceof AttributeValue.S s && prefix instanceof AttributeValue.S p) {
      return s.value().startsWith(p.value());
    }
    return value instanceof AttributeValue.B b
        && prefix instanceof AttributeValue.B p
        && matchesAt(b.value().bytes(), 0, p.value().bytes());
  }

  /** Returns true for a part of a string or of bytes, a member of a set, an element of a list. */
  public static boolean contains(@Nullable AttributeValue value, @Nullable AttributeValue part) {
    if (value == null || part == null) {
      return false;
    }
    return switch (value) {
      case AttributeValue.S s ->
          part instanceof AttributeValue.S p && s.value().contains(p.value());
      case AttributeValue.B b ->
          part instanceof AttributeValue.B p && contains(b.value(), p.value());
      case AttributeValue.SS ss ->
          part instanceof AttributeValue.S p && ss.members().contains(p.value());
      case AttributeValue.NS ns ->
          part instanceof AttributeValue.N p && ns.members().contains(p.value());
      case AttributeValue.BS bs ->
          part instanceof AttributeValue.B p && bs.members().contains(p.value());
      case AttributeValue.L l -> l.elements().contains(part);
      default -> false;
    };
  }

  private static boolean contains(Binary whole, Binary part) {
    for (int at = 0; at <= whole.length() - part.length(); at++) {
      if (matchesAt(whole.bytes(), at, part.bytes())) {
        return true;
      }
    }
    return false;
  }

  private static boolean matchesAt(byte[] whole, int at, byte[] part) {
    return at + part.length <= whole.length
        && Arrays.equals(whole, at, at + part.length, part, 0, part.length);
  }
}
