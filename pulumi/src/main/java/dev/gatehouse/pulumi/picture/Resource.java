package dev.gatehouse.pulumi.picture;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.stream.Stream;

/** Is one resource of a plan. */
record Resource(
    String type,
    String name,
    String urn,
    String parent,
    List<String> dependencies,
    boolean isProtected,
    JsonObject inputs,
    JsonObject outputs) {

  /** Reads the resources of plan.json, in their order. */
  static List<Resource> of(String plan) {
    return JsonParser.parseString(plan)
        .getAsJsonObject()
        .getAsJsonArray("resources")
        .asList()
        .stream()
        .map(JsonElement::getAsJsonObject)
        .map(Resource::of)
        .toList();
  }

  private static Resource of(JsonObject json) {
    return new Resource(
        json.get("type").getAsString(),
        json.get("name").getAsString(),
        json.get("urn").getAsString(),
        json.get("parent").getAsString(),
        json.getAsJsonArray("dependencies").asList().stream()
            .map(JsonElement::getAsString)
            .toList(),
        json.get("protect").getAsBoolean(),
        json.getAsJsonObject("inputs"),
        json.getAsJsonObject("outputs"));
  }

  /** Returns whether AWS has it; the rest are Pulumi's own: stack, components and providers. */
  boolean isOfAws() {
    return type.startsWith("aws:");
  }

  /** Returns this input as text, or a blank where there is none. */
  String input(String key) {
    JsonElement value = inputs.get(key);
    return value == null || !value.isJsonPrimitive() ? "" : value.getAsString();
  }

  /** Returns every text among these values, however deep. */
  static Stream<String> texts(JsonElement element) {
    if (element instanceof JsonObject object) {
      return object.asMap().values().stream().flatMap(Resource::texts);
    }
    if (element instanceof JsonArray array) {
      return array.asList().stream().flatMap(Resource::texts);
    }
    return element.isJsonPrimitive() ? Stream.of(element.getAsString()) : Stream.empty();
  }
}
