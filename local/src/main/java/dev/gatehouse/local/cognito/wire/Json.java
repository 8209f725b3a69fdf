package dev.gatehouse.local.cognito.wire;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Makes and reads the JSON of the API. */
public final class Json {
  private static final Gson STRICT =
      new GsonBuilder()
          .setStrictness(Strictness.STRICT)
          .disableHtmlEscaping()
          .serializeNulls()
          .create();

  private Json() {}

  /** Returns an object of these names and values, given in turns, in this order. */
  public static JsonObject object(Object... namesAndValues) {
    JsonObject object = new JsonObject();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.add((String) namesAndValues[i], element(namesAndValues[i + 1]));
    }
    return object;
  }

  /** Returns an object with an entry for each entry of the map. */
  public static JsonObject of(Map<String, String> texts) {
    JsonObject object = new JsonObject();
    texts.forEach(object::addProperty);
    return object;
  }

  /** Returns the texts as an array. */
  public static JsonArray array(Collection<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }

  /** Returns a moment as Cognito writes it: seconds since 1970 with three decimals. */
  public static JsonPrimitive seconds(Instant moment) {
    return new JsonPrimitive(moment.toEpochMilli() / 1000.0);
  }

  /** Returns what the text says, or throws {@link JsonParseException} if it is not strict JSON. */
  public static JsonElement parse(String text) {
    JsonElement element = STRICT.fromJson(text, JsonElement.class);
    if (element == null) {
      throw new JsonParseException("empty");
    }
    return element;
  }

  /** Returns the text of this JSON, nulls included. */
  public static String text(JsonElement json) {
    return STRICT.toJson(json);
  }

  private static JsonElement element(Object value) {
    return switch (value) {
      case JsonElement json -> json;
      case Boolean flag -> new JsonPrimitive(flag);
      case Number number -> new JsonPrimitive(number);
      default -> new JsonPrimitive(value.toString());
    };
  }
}
