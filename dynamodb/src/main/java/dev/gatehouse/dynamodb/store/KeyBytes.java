package dev.gatehouse.dynamodb.store;

import dev.gatehouse.dynamodb.value.AttributeValue;
import dev.gatehouse.dynamodb.value.Numbers;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Key values as bytes whose unsigned order is DynamoDB's. No encoded value begins with another, so
 * that values can follow one another.
 */
public final class KeyBytes {

  /** The bytes of the hash that all keys begin with. */
  public static final int HASH_LENGTH = 4;

  private static final int ESCAPED = 0xFF;
  private static final int EXPONENT_BIAS = 1_000;
  private static final int NEGATIVE = 0;
  private static final int ZERO = 1;
  private static final int POSITIVE = 2;

  private KeyBytes() {}

  /** Returns the bytes of a string, number or binary value. */
  public static byte[] of(AttributeValue value) {
    return switch (value) {
      case AttributeValue.S s -> terminated(s.value().getBytes(StandardCharsets.UTF_8));
      case AttributeValue.B b -> terminated(b.value().bytes());
      case AttributeValue.N n -> number(n.value());
      default -> throw new IllegalArgumentException(value.type() + " is no key");
    };
  }

  /** Returns the bytes with which all values begin that begin with this one. */
  public static byte[] beginning(AttributeValue value) {
    byte[] whole = of(value);
    return Arrays.copyOf(whole, whole.length - 2);
  }

  /** Returns the hash of an encoded partition key, by which partitions are spread and ordered. */
  public static byte[] hash(byte[] partition) {
    int hash = 0x811C9DC5;
    for (byte each : partition) {
      hash = (hash ^ (each & 0xFF)) * 0x01000193;
    }
    hash = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
    hash = (hash ^ (hash >>> 13)) * 0xC2B2AE35;
    hash ^= hash >>> 16;
    return new byte[] {
      (byte) (hash >>> 24), (byte) (hash >>> 16), (byte) (hash >>> 8), (byte) hash
    };
  }

  /** Returns the bytes one after the other. */
  public static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /** Returns the first bytes after all that begin with a prefix; empty bytes for no end. */
  public static byte[] afterPrefix(byte[] prefix) {
    for (int last = prefix.length - 1; last >= 0; last--) {
      if (prefix[last] != (byte) 0xFF) {
        byte[] after = Arrays.copyOf(prefix, last + 1);
        after[last]++;
        return after;
      }
    }
    return new byte[0];
  }

  private static byte[] terminated(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + 2);
    for (byte each : bytes) {
      out.write(each);
      if (each == 0) {
        out.write(ESCAPED);
      }
    }
    out.write(0);
    out.write(0);
    return out.toByteArray();
  }

  private static byte[] number(BigDecimal value) {
    BigDecimal canonical = Numbers.canonical(value);
    if (canonical.signum() == 0) {
      return new byte[] {ZERO};
    }
    String digits = canonical.unscaledValue().abs().toString();
    int exponent = digits.length() - canonical.scale() + EXPONENT_BIAS;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(POSITIVE);
    out.write(exponent >>> 8);
    out.write(exponent);
    for (int i = 0; i < digits.length(); i += 2) {
      int tens = digits.charAt(i) - '0';
      int ones = i + 1 < digits.length() ? digits.charAt(i + 1) - '0' : 0;
      out.write(tens * 10 + ones + 1);
    }
    out.write(0);
    byte[] bytes = out.toByteArray();
    if (canonical.signum() < 0) {
      bytes[0] = NEGATIVE;
      for (int i = 1; i < bytes.length; i++) {
        bytes[i] = (byte) ~bytes[i];
      }
    }
    return bytes;
  }
}
