package dev.gatehouse.dynamodb.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shape of a structure with named members. */
final class StructureShape implements Shape {

  private static final String PACKAGE = "com.amazonaws.dynamodb.v20120810.";

  private final String name;
  private final Map<String, Shape> members = new LinkedHashMap<>();

  private StructureShape(String name) {
    this.name = name;
  }

  /** Returns a structure without members. */
  static StructureShape of(String name) {
    return new StructureShape(name);
  }

  /** Adds members of one shape. */
  StructureShape with(Shape shape, String... names) {
    for (String each : names) {
      members.put(each, shape);
    }
    return this;
  }

  @Override
  public String javaType() {
    return PACKAGE + name;
  }

  @Override
  public JsonElement read(JsonElement json, Place place, WireTypes types) {
    if (json instanceof JsonArray) {
      throw Shape.refused("Unrecognized collection type class " + javaType());
    }
    if (!(json instanceof JsonObject object)) {
      throw Shape.refused(
          place == Place.MEMBER ? "Unexpected field type" : "Unexpected value type in payload");
    }
    return members(object, types);
  }

  /** Returns the known members that are not null, in the order in which they were sent. */
  JsonObject members(JsonObject object, WireTypes types) {
    return this == Shapes.ATTRIBUTE_VALUE ? value(object, types) : known(object, types);
  }

  /** Returns an attribute value; one that is deeper than any that is accepted is left out. */
  private JsonObject value(JsonObject object, WireTypes types) {
    JsonObject read = types.enter() ? known(object, types) : new JsonObject();
    types.leave();
    if (read.size() > 1) {
      types.needOlderLayer();
    }
    return read;
  }

  private JsonObject known(JsonObject object, WireTypes types) {
    JsonObject read = new JsonObject();
    for (Map.Entry<String, JsonElement> each : object.entrySet()) {
      @Nullable Shape shape = members.get(each.getKey());
      if (shape != null && !each.getValue().isJsonNull()) {
        read.add(each.getKey(), shape.read(each.getValue(), Place.MEMBER, types));
      }
    }
    return read;
  }
}
