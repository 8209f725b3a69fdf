package dev.gatehouse.dynamodb.wire;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;

/** The shape of a scalar. */
enum ScalarShape implements Shape {
  STRING("java.lang.String") {
    @Override
    JsonPrimitive read(JsonPrimitive json, WireTypes types) {
      if (!json.isString()) {
        throw Shape.refused(Shape.token(json) + " cannot be converted to String");
      }
      return json;
    }
  },
  BOOLEAN("java.lang.Boolean") {
    @Override
    JsonPrimitive read(JsonPrimitive json, WireTypes types) {
      if (json.isNumber()) {
        throw Shape.refused(Shape.token(json) + " cannot be converted to Boolean");
      }
      if (json.isBoolean()) {
        return json;
      }
      types.needOlderLayer();
      String word = json.getAsString().toLowerCase(Locale.ROOT);
      if (TRUE.contains(word) || FALSE.contains(word)) {
        return new JsonPrimitive(TRUE.contains(word));
      }
      throw Shape.refused("Unexpected token received from parser");
    }
  },
  INTEGER("java.lang.Integer") {
    @Override
    JsonPrimitive read(JsonPrimitive json, WireTypes types) {
      return whole(json, "Integer", Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
  },
  LONG("java.lang.Long") {
    @Override
    JsonPrimitive read(JsonPrimitive json, WireTypes types) {
      return whole(json, "Long", Long.MIN_VALUE, Long.MAX_VALUE);
    }
  },
  BLOB("java.nio.ByteBuffer") {
    @Override
    JsonPrimitive read(JsonPrimitive json, WireTypes types) {
      if (!json.isString()) {
        throw Shape.refused("only base-64-encoded strings are convertible to bytes");
      }
      checkBase64(json.getAsString());
      return json;
    }
  };

  private static final Set<String> TRUE = Set.of("true", "t", "yes", "y", "1");
  private static final Set<String> FALSE = Set.of("false", "f", "no", "n", "0");

  /** Larger exponents saturate without being computed. */
  private static final int LONGEST_NUMBER = 400;

  private final String javaType;

  ScalarShape(String javaType) {
    this.javaType = javaType;
  }

  @Override
  public String javaType() {
    return javaType;
  }

  @Override
  public JsonElement read(JsonElement json, Place place, WireTypes types) {
    return read(Shape.scalar(json, javaType), types);
  }

  abstract JsonPrimitive read(JsonPrimitive json, WireTypes types);

  private static JsonPrimitive whole(JsonPrimitive json, String type, long least, long most) {
    if (!json.isNumber()) {
      throw Shape.refused(Shape.token(json) + " cannot be converted to " + type);
    }
    BigDecimal number;
    try {
      number = new BigDecimal(json.getAsString());
    } catch (NumberFormatException hugeExponent) {
      return new JsonPrimitive(json.getAsString().startsWith("-") ? least : most);
    }
    if ((long) number.precision() - number.scale() > LONGEST_NUMBER) {
      return new JsonPrimitive(number.signum() < 0 ? least : most);
    }
    BigInteger truncated =
        number.scale() > LONGEST_NUMBER ? BigInteger.ZERO : number.toBigInteger();
    BigInteger saturated = truncated.max(BigInteger.valueOf(least)).min(BigInteger.valueOf(most));
    return new JsonPrimitive(saturated.longValue());
  }

  private static void checkBase64(String text) {
    if (text.length() % 4 != 0) {
      throw Shape.refused(
          "Base64 encoded length is expected a multiple of 4 bytes but found: " + text.length());
    }
    boolean canonical;
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      canonical = Base64.getEncoder().encodeToString(bytes).equals(text);
    } catch (IllegalArgumentException notBase64) {
      canonical = false;
    }
    if (!canonical) {
      throw Shape.refused("Invalid last non-pad Base64 character dectected");
    }
  }
}
