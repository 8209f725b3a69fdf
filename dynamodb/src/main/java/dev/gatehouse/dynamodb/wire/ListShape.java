package dev.gatehouse.dynamodb.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** The shape of a list. */
record ListShape(Shape element) implements Shape {

  /** What AWS answers where a list or map of generic type is an element. */
  static final String NO_CLASS =
      "class sun.reflect.generics.reflectiveObjects.ParameterizedTypeImpl cannot be cast to class"
          + " java.lang.Class (sun.reflect.generics.reflectiveObjects.ParameterizedTypeImpl and"
          + " java.lang.Class are in module java.base of loader 'bootstrap')";

  @Override
  public String javaType() {
    return "java.util.List<" + element.javaType() + ">";
  }

  @Override
  public JsonElement read(JsonElement json, Place place, WireTypes types) {
    if (json instanceof JsonObject) {
      throw Shape.unexpectedStructure();
    }
    if (!(json instanceof JsonArray array)) {
      throw Shape.refused(place == Place.MEMBER ? "Unexpected field type" : NO_CLASS);
    }
    JsonArray read = new JsonArray(array.size());
    for (JsonElement each : array) {
      if (!each.isJsonNull()) {
        read.add(element.read(each, Place.ELEMENT, types));
      } else if (element instanceof StructureShape) {
        read.add(new JsonObject());
      }
    }
    return read;
  }
}
