package dev.gatehouse.dynamodb.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;

/** The shape of a map with names as keys. */
record MapShape(Shape value) implements Shape {

  @Override
  public String javaType() {
    return "java.util.Map<java.lang.String, " + value.javaType() + ">";
  }

  @Override
  public JsonElement read(JsonElement json, Place place, WireTypes types) {
    if (json instanceof JsonArray) {
      throw Shape.refused("Unrecognized collection type " + javaType());
    }
    if (!(json instanceof JsonObject object)) {
      throw Shape.refused(place == Place.MEMBER ? "Unexpected field type" : ListShape.NO_CLASS);
    }
    JsonObject read = new JsonObject();
    for (Map.Entry<String, JsonElement> each : object.entrySet()) {
      if (!each.getValue().isJsonNull()) {
        read.add(each.getKey(), value.read(each.getValue(), Place.ELEMENT, types));
      }
    }
    return read;
  }
}
