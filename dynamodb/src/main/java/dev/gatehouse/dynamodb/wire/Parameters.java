package dev.gatehouse.dynamodb.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.value.Layer;
import org.jspecify.annotations.Nullable;

/** The members of a request or of a structure in it, whose types were checked. */
public record Parameters(JsonObject json, Layer layer) {

  public boolean has(String name) {
    return json.has(name);
  }

  /** Returns a member of type string, null if it is absent. */
  public @Nullable String string(String name) {
    return json.has(name) ? json.get(name).getAsString() : null;
  }

  /** Returns a member of type string, or another if it is absent. */
  public String string(String name, String otherwise) {
    return json.has(name) ? json.get(name).getAsString() : otherwise;
  }

  /** Returns a member of type boolean, false if it is absent. */
  public boolean flag(String name) {
    return json.has(name) && json.get(name).getAsBoolean();
  }

  /** Returns a number, null if it is absent. */
  public @Nullable Long number(String name) {
    return json.has(name) ? Long.valueOf(json.get(name).getAsLong()) : null;
  }

  /** Returns a map or structure, null if it is absent. */
  public @Nullable JsonObject object(String name) {
    return json.get(name) instanceof JsonObject object ? object : null;
  }

  /** Returns a list, null if it is absent. */
  public @Nullable JsonArray array(String name) {
    return json.get(name) instanceof JsonArray array ? array : null;
  }

  /** Returns the members of a structure, none if it is absent. */
  public Parameters structure(String name) {
    @Nullable JsonObject object = object(name);
    return new Parameters(object == null ? new JsonObject() : object, layer);
  }

  /** Returns the members of an element of a list or map. */
  public Parameters of(JsonElement element) {
    return new Parameters(element.getAsJsonObject(), layer);
  }

  /** Returns the same members as another layer reads them. */
  public Parameters in(Layer other) {
    return new Parameters(json, other);
  }
}
