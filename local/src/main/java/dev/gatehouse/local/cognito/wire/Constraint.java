package dev.gatehouse.local.cognito.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says what one member of a request may be. */
public sealed interface Constraint {

  /** Notes what is wrong with this value; throws SerializationException if its type is wrong. */
  void check(String path, JsonElement value, Violations violations);

  /** Tells whether the value must not be repeated in a message. */
  default boolean sensitive() {
    return false;
  }

  /** A text of so many characters, all of it matching the pattern if there is one. */
  record Text(int min, int max, @Nullable Pattern pattern, boolean sensitive)
      implements Constraint {
    @Override
    public void check(String path, JsonElement value, Violations violations) {
      check(path, text(value), violations);
    }

    /** Notes what is wrong with this text. */
    public void check(String path, String text, Violations violations) {
      int length = text.codePointCount(0, text.length());
      if (length < min) {
        String least = "Member must have length greater than or equal to " + min;
        violations.broken(path, text, sensitive, least);
      }
      if (length > max) {
        String most = "Member must have length less than or equal to " + max;
        violations.broken(path, text, sensitive, most);
      } else if (pattern != null && !pattern.matcher(text).matches()) {
        String form = "Member must satisfy regular expression pattern: " + pattern.pattern();
        violations.broken(path, text, sensitive, form);
      }
    }
  }

  /** One of a few words. */
  record OneOf(List<String> words) implements Constraint {
    @Override
    public void check(String path, JsonElement value, Violations violations) {
      String text = text(value);
      if (!words.contains(text)) {
        String choice = "Member must satisfy enum value set: " + words;
        violations.broken(path, text, false, choice);
      }
    }
  }

  /** A whole number within bounds. */
  record Whole(int min, int max) implements Constraint {
    @Override
    public void check(String path, JsonElement value, Violations violations) {
      long number = number(value);
      if (number < min) {
        String least = "Member must have value greater than or equal to " + min;
        violations.broken(path, Long.toString(number), false, least);
      }
      if (number > max) {
        String most = "Member must have value less than or equal to " + max;
        violations.broken(path, Long.toString(number), false, most);
      }
    }
  }

  /** True or false. */
  record Flag() implements Constraint {
    @Override
    public void check(String path, JsonElement value, Violations violations) {
      if (!(value instanceof JsonPrimitive primitive && primitive.isBoolean())) {
        throw CognitoError.serialization(kind(value) + " can not be converted to a Boolean");
      }
    }
  }

  /** A list, each member under the same constraint. */
  record ListOf(Constraint member) implements Constraint {
    @Override
    public void check(String path, JsonElement value, Violations violations) {
      if (!(value instanceof JsonArray array)) {
        throw CognitoError.serialization("Expected a list at '" + path + "'");
      }
      for (int i = 0; i < array.size(); i++) {
        member.check(path + "." + (i + 1) + ".member", array.get(i), violations);
      }
    }
  }

  /** A map from texts to texts. */
  record Texts(boolean sensitive) implements Constraint {
    @Override
    public void check(String path, JsonElement value, Violations violations) {
      structure(path, value).asMap().values().forEach(Constraint::text);
    }
  }

  /** A structure of named members, those of {@code required} among them. */
  record Structure(Map<String, Constraint> members, List<String> required) implements Constraint {
    @Override
    public void check(String path, JsonElement value, Violations violations) {
      JsonObject object = structure(path, value);
      String prefix = path.isEmpty() ? "" : path + ".";
      members.forEach((name, constraint) -> {
        JsonElement member = object.get(name);
        String at = prefix + Character.toLowerCase(name.charAt(0)) + name.substring(1);
        if (member != null && !member.isJsonNull()) {
          constraint.check(at, member, violations);
        } else if (required.contains(name)) {
          violations.missing(at, constraint.sensitive());
        }
      });
    }
  }

  private static JsonObject structure(String path, JsonElement value) {
    if (value instanceof JsonObject object) {
      return object;
    }
    throw CognitoError.serialization(
        "Expected a structure or a map" + (path.isEmpty() ? "" : " at '" + path + "'"));
  }

  private static String text(JsonElement value) {
    if (value instanceof JsonPrimitive primitive && primitive.isString()) {
      return primitive.getAsString();
    }
    throw CognitoError.serialization(
        value.isJsonPrimitive()
            ? kind(value) + " can not be converted to a String"
            : "Start of structure or map found where not expected.");
  }

  private static long number(JsonElement value) {
    try {
      if (value instanceof JsonPrimitive primitive && primitive.isNumber()) {
        return primitive.getAsBigDecimal().intValueExact();
      }
    } catch (ArithmeticException | NumberFormatException e) {
      throw CognitoError.serialization("NUMBER_VALUE can not be converted to an Integer");
    }
    throw CognitoError.serialization(kind(value) + " can not be converted to an Integer");
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
