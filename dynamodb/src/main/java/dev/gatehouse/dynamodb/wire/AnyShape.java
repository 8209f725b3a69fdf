package dev.gatehouse.dynamodb.wire;

import com.google.gson.JsonElement;

/** The shape of a member of which only the presence counts. */
record AnyShape() implements Shape {

  @Override
  public String javaType() {
    return "java.lang.Object";
  }

  @Override
  public JsonElement read(JsonElement json, Place place, WireTypes types) {
    return json;
  }
}
