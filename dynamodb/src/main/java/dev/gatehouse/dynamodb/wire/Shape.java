package dev.gatehouse.dynamodb.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.error.ErrorType;

/** The type that a member of a request has. */
interface Shape {

  /** What the refusal of a scalar depends on. */
  enum Place {
    MEMBER,
    ELEMENT
  }

  /** Returns the name of the type in AWS's texts. */
  String javaType();

  /**
   * Checks a value, which is not null, and returns it without null and unknown members.
   *
   * @param types what the request's values tell about it
   */
  JsonElement read(JsonElement json, Place place, WireTypes types);

  /** Returns the error for a value of a wrong type. */
  static DynamoDbException refused(String text) {
    return DynamoDbException.of(ErrorType.SERIALIZATION, text);
  }

  /** Refuses arrays and objects where a scalar is expected. */
  static JsonPrimitive scalar(JsonElement json, String javaType) {
    if (json instanceof JsonArray) {
      throw refused("Unrecognized collection type class " + javaType);
    }
    if (json instanceof JsonObject) {
      throw unexpectedStructure();
    }
    return json.getAsJsonPrimitive();
  }

  static DynamoDbException unexpectedStructure() {
    return refused("Start of structure or map found where not expected");
  }

  /** Returns AWS's name for the token of a scalar. */
  static String token(JsonPrimitive json) {
    if (json.isString()) {
      return "STRING_VALUE";
    }
    if (json.isBoolean()) {
      return json.getAsBoolean() ? "TRUE_VALUE" : "FALSE_VALUE";
    }
    String number = json.getAsString();
    boolean whole = number.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
    return whole ? "NUMBER_VALUE" : "DECIMAL_VALUE";
  }
}
