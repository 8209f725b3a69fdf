package dev.gatehouse.dynamodb.operation.transaction;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/** A digest of JSON: the same for the same values, whatever the order of the members. */
final class JsonDigest {

  private JsonDigest() {}

  /** Returns the digest of a value. */
  static String of(JsonElement value) {
    StringBuilder text = new StringBuilder();
    append(value, text);
    try {
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void append(JsonElement value, StringBuilder text) {
    if (value instanceof JsonObject object) {
      text.append('{');
      new TreeMap<>(object.asMap()).forEach((name, member) -> append(name, member, text));
      text.append('}');
    } else if (value instanceof JsonArray array) {
      text.append('[');
      array.forEach(element -> append(element, text));
      text.append(']');
    } else if (value instanceof JsonPrimitive primitive && primitive.isString()) {
      append(primitive.getAsString(), text);
    } else {
      text.append(value).append(',');
    }
  }

  private static void append(String name, JsonElement member, StringBuilder text) {
    append(name, text);
    append(member, text);
  }

  /** Appends a text after its length, so that no text reads like other values. */
  private static void append(String value, StringBuilder text) {
    text.append('"').append(value.length()).append(':').append(value);
  }
}
