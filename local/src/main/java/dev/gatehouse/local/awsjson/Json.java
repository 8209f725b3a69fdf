package dev.gatehouse.local.awsjson;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;

/** JSON of AWS's APIs: strict parsing, and construction in one expression. */
public final class Json {
  private static final Gson STRICT =
      new GsonBuilder()
          .setStrictness(Strictness.STRICT)
          .disableHtmlEscaping()
          .serializeNulls()
          .create();

  private Json() {}

  /** Returns an object of these alternating names and values, in this order. */
  public static JsonObject object(Object... namesAndValues) {
    JsonObject object = new JsonObject();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.add((String) namesAndValues[i], element(namesAndValues[i + 1]));
    }
    return object;
  }

  /** Returns an object with the entries of this map. */
  public static JsonObject of(Map<String, String> texts) {
    JsonObject object = new JsonObject();
    texts.forEach(object::addProperty);
    return object;
  }

  /** Returns an array of these strings. */
  public static JsonArray array(Collection<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }

  /** Returns a timestamp as AWS writes it: seconds since 1970 with three decimals. */
  public static JsonPrimitive epochSeconds(Instant instant) {
    // A double of this size would be written as 1.795744800123E9.
    return new JsonPrimitive(BigDecimal.valueOf(instant.toEpochMilli(), 3));
  }

  /** Returns bytes as AWS writes them, in Base64. */
  public static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Parses a text; throws {@link JsonParseException} if it is not strict JSON. */
  public static JsonElement parse(String text) {
    JsonElement element = STRICT.fromJson(text, JsonElement.class);
    if (element == null) {
      throw new JsonParseException("empty");
    }
    return element;
  }

  /** Returns the text of a JSON value, nulls included. */
  public static String text(JsonElement json) {
    return STRICT.toJson(json);
  }

  /** Returns whether a member is as good as missing: null, false, an empty object or list. */
  static boolean isBlank(JsonElement value) {
    return switch (value) {
      case JsonArray array -> array.isEmpty();
      case JsonObject object -> object.isEmpty();
      case JsonPrimitive primitive -> primitive.isBoolean() && !primitive.getAsBoolean();
      default -> true;
    };
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
