package dev.gatehouse.dynamodb.operation.control;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.table.TableState;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The tags of a table. */
final class Tags {

  private static final int MOST = 50;
  private static final int LONGEST_KEY = 128;
  private static final int LONGEST_VALUE = 256;
  private static final String MEMBER = "Tags";

  private Tags() {}

  /** Returns a table's state with tags added; throws if one of them cannot be. */
  static TableState added(TableState state, JsonArray tags) {
    Set<String> keys = new HashSet<>();
    JsonObject all = state.object(MEMBER).deepCopy();
    for (JsonElement each : tags) {
      JsonObject tag = each.getAsJsonObject();
      String key = tag.has("Key") ? tag.get("Key").getAsString() : "null";
      checkKey(key, tag.has("Key"));
      String value = tag.has("Value") ? tag.get("Value").getAsString() : "null";
      if (!tag.has("Value") || value.length() > LONGEST_VALUE || !fits(value)) {
        throw DynamoDbException.validation("The Tag Value provided is invalid, Value: " + value);
      }
      if (!keys.add(key)) {
        throw DynamoDbException.validation(
            "Duplicate Tag Keys provided as input: Duplicate Tag Key found " + key);
      }
      all.addProperty(key, value);
    }
    refuseTooMany(all.size());
    return tags.isEmpty() ? state : state.with(MEMBER, all);
  }

  /** Returns a table's state without tags of these keys. */
  static TableState removed(TableState state, JsonArray keys) {
    JsonObject all = state.object(MEMBER).deepCopy();
    refuseTooMany(keys.size());
    for (JsonElement each : keys) {
      checkKey(each.getAsString(), true);
      all.remove(each.getAsString());
    }
    return state.with(MEMBER, all);
  }

  /** Returns the list of a table's tags. */
  static JsonArray list(TableState state) {
    JsonArray list = new JsonArray();
    state
        .object(MEMBER)
        .entrySet()
        .forEach(
            each -> {
              JsonObject tag = new JsonObject();
              tag.addProperty("Key", each.getKey());
              tag.add("Value", each.getValue());
              list.add(tag);
            });
    return list;
  }

  private static void checkKey(String key, boolean present) {
    if (!present || key.isEmpty() || key.length() > LONGEST_KEY || !fits(key)) {
      throw DynamoDbException.validation("The Tag Key provided is invalid, Key: " + key);
    }
    if (key.toLowerCase(Locale.ROOT).startsWith("aws:")) {
      throw DynamoDbException.validation("Tag Key cannot be prefixed with aws:, Key: " + key);
    }
  }

  private static boolean fits(String text) {
    return text.codePoints()
        .allMatch(
            c ->
                Character.isLetterOrDigit(c)
                    || Character.isSpaceChar(c)
                    || "+-=._:/@".indexOf(c) >= 0);
  }

  private static void refuseTooMany(int tags) {
    if (tags > MOST) {
      throw DynamoDbException.validation(
          "Number of Tags exceed the current limit for the provided ResourceArn");
    }
  }
}
