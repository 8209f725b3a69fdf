package dev.gatehouse.local.awsjson;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/** Conversions of JSON values; each throws SerializationException for a value of another type. */
final class JsonTypes {

  private JsonTypes() {}

  static String string(JsonElement value) {
    if (value instanceof JsonPrimitive primitive && primitive.isString()) {
      return primitive.getAsString();
    }
    throw AwsException.serialization(
        value.isJsonPrimitive()
            ? kind(value) + " can not be converted to a String"
            : "Start of structure or map found where not expected.");
  }

  static int integer(JsonElement value) {
    try {
      if (value instanceof JsonPrimitive primitive && primitive.isNumber()) {
        return primitive.getAsBigDecimal().intValueExact();
      }
    } catch (ArithmeticException | NumberFormatException e) {
      throw AwsException.serialization("NUMBER_VALUE can not be converted to an Integer");
    }
    throw AwsException.serialization(kind(value) + " can not be converted to an Integer");
  }

  static boolean bool(JsonElement value) {
    if (value instanceof JsonPrimitive primitive && primitive.isBoolean()) {
      return primitive.getAsBoolean();
    }
    throw AwsException.serialization(kind(value) + " can not be converted to a Boolean");
  }

  static JsonArray list(String path, JsonElement value) {
    if (value instanceof JsonArray array) {
      return array;
    }
    throw AwsException.serialization("Expected a list at '" + path + "'");
  }

  static JsonObject structure(String path, JsonElement value) {
    if (value instanceof JsonObject object) {
      return object;
    }
    throw AwsException.serialization(
        "Expected a structure or a map" + (path.isEmpty() ? "" : " at '" + path + "'"));
  }

  /** Returns the path of a member in messages: the name with a small first letter. */
  static String path(String member) {
    return Character.toLowerCase(member.charAt(0)) + member.substring(1);
  }

  private static String kind(JsonElement value) {
    if (value instanceof JsonPrimitive primitive) {
      return primitive.isString()
          ? "STRING_VALUE"
          : primitive.isNumber()
              ? "NUMBER_VALUE"
              : primitive.getAsBoolean() ? "TRUE_VALUE" : "FALSE_VALUE";
    }
    return "START_OF_STRUCTURE";
  }
}
