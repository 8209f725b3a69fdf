package dev.gatehouse.dynamodb.operation;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.error.Texts;
import dev.gatehouse.dynamodb.expression.ExpressionAttributeMaps;
import dev.gatehouse.dynamodb.expression.ExpressionAttributes;
import dev.gatehouse.dynamodb.value.AttributeValue;
import dev.gatehouse.dynamodb.value.Layer;
import dev.gatehouse.dynamodb.value.ValueReader;
import dev.gatehouse.dynamodb.wire.Parameters;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** ExpressionAttributeNames and ExpressionAttributeValues of a request. */
public final class Placeholders {

  private static final String NAMES = "ExpressionAttributeNames";
  private static final String VALUES = "ExpressionAttributeValues";

  private final Parameters request;
  private final Wrapping wrapping;

  /** Which wrong values are named with their placeholder. */
  public enum Wrapping {
    NONE,
    /** Values without a type or with several, as Query does. */
    TYPES,
    ALL
  }

  public Placeholders(Parameters request, Wrapping wrapping) {
    this.request = request;
    this.wrapping = wrapping;
  }

  /** Returns the names as they were sent, null if there are none. */
  public @Nullable Map<String, String> names() {
    @Nullable JsonObject json = request.object(NAMES);
    if (json == null) {
      return null;
    }
    Map<String, String> names = new LinkedHashMap<>();
    json.entrySet().forEach(each -> names.put(each.getKey(), each.getValue().getAsString()));
    return names;
  }

  /** Refuses names that are there without an expression, empty or malformed. */
  public void checkNames(boolean expressions) {
    ExpressionAttributeMaps.refuseNames(names(), expressions);
  }

  /** Refuses values that are there without an expression, or whose placeholders are malformed. */
  public void checkValueKeys(boolean expressions, String suffix) {
    @Nullable JsonObject json = request.object(VALUES);
    ExpressionAttributeMaps.refuseValues(json == null ? null : json.keySet(), expressions, suffix);
  }

  /** Reads the values; throws for a wrong one. */
  public ExpressionAttributes read() {
    @Nullable JsonObject json = request.object(VALUES);
    if (json == null) {
      return ExpressionAttributes.of(names(), null);
    }
    ValueReader reader = new ValueReader(request.layer());
    Map<String, AttributeValue> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonElement> each : json.entrySet()) {
      values.put(each.getKey(), read(each.getKey(), each.getValue(), reader));
    }
    ExpressionAttributeMaps.refuseTooLarge(values);
    return ExpressionAttributes.of(names(), values);
  }

  private AttributeValue read(String placeholder, JsonElement json, ValueReader reader) {
    try {
      return reader.read(json.getAsJsonObject());
    } catch (DynamoDbException e) {
      String text = e.textOrEmpty();
      boolean ofTypes = text.equals(Texts.EMPTY_VALUE) || text.equals(Texts.SEVERAL_TYPES);
      boolean wrapped =
          wrapping == Wrapping.ALL
              || text.equals(Texts.NESTING)
              || request.layer() == Layer.OLDER
              || (wrapping == Wrapping.TYPES && ofTypes);
      throw wrapped
          ? e.withText(VALUES + " contains invalid value: " + text + " for key " + placeholder)
          : e;
    }
  }

  /** Returns the levels of the deepest value. */
  public static int depth(Parameters request) {
    @Nullable JsonObject json = request.object(VALUES);
    int depth = 0;
    if (json != null) {
      for (JsonElement each : json.asMap().values()) {
        depth = Math.max(depth, depth(each));
      }
    }
    return depth;
  }

  private static int depth(JsonElement value) {
    int inner = 0;
    JsonObject object = value.getAsJsonObject();
    if (object.has("M")) {
      for (JsonElement each : object.getAsJsonObject("M").asMap().values()) {
        inner = Math.max(inner, depth(each));
      }
    }
    if (object.has("L")) {
      for (JsonElement each : object.getAsJsonArray("L")) {
        inner = Math.max(inner, depth(each));
      }
    }
    return inner + 1;
  }
}
