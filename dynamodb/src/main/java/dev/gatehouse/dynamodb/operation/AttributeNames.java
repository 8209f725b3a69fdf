package dev.gatehouse.dynamodb.operation;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.error.Texts;
import dev.gatehouse.dynamodb.value.Utf8;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks of values as they were sent, which AWS makes before it reads any of them. */
public final class AttributeNames {

  private static final int LONGEST = 65_535;

  private AttributeNames() {}

  /** Refuses empty and overlong names in an item, a key or another map of values. */
  public static void refuse(@Nullable JsonObject values) {
    if (values != null) {
      for (Map.Entry<String, JsonElement> each : values.entrySet()) {
        if (each.getKey().isEmpty()) {
          throw DynamoDbException.ofRequest(Texts.EMPTY_NAME);
        }
        if (Utf8.length(each.getKey()) > LONGEST) {
          throw DynamoDbException.ofRequest(Texts.LONG_NAME);
        }
        refuseIn(each.getValue());
      }
    }
  }

  /** Refuses empty and overlong names in the values of placeholders. */
  public static void refuseInPlaceholders(@Nullable JsonObject values) {
    if (values != null) {
      values.entrySet().forEach(each -> refuseIn(each.getValue()));
    }
  }

  /** Refuses empty and overlong names in the maps of one value. */
  public static void refuseIn(JsonElement value) {
    if (value instanceof JsonObject object) {
      refuse(object.get("M") instanceof JsonObject map ? map : null);
      if (object.get("L") instanceof JsonArray list) {
        for (JsonElement each : list) {
          refuseIn(each);
        }
      }
    }
  }

  /** Refuses a NULL that is false in a map of values. */
  public static void refuseNullFalse(@Nullable JsonObject values) {
    if (values != null) {
      for (JsonElement each : values.asMap().values()) {
        refuseNullFalse(each);
      }
    }
  }

  private static void refuseNullFalse(JsonElement value) {
    if (value instanceof JsonObject object) {
      if (object.has("NULL") && !object.get("NULL").getAsBoolean()) {
        throw DynamoDbException.ofRequest(Texts.NULL_FALSE);
      }
      refuseNullFalse(object.get("M") instanceof JsonObject map ? map : null);
      if (object.get("L") instanceof JsonArray list) {
        for (JsonElement each : list) {
          refuseNullFalse(each);
        }
      }
    }
  }
}
