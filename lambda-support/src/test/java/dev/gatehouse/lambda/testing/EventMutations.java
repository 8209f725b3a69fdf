package dev.gatehouse.lambda.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The variants of an event in which one field has another value. */
public final class EventMutations {
  /** The values, as JSON: of every type, of lengths around the reader's buffers, escaped. */
  private static final Map<String, String> VALUES = values();

  private EventMutations() {}

  private static Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    for (String json :
        List.of(
            "null",
            "true",
            "17",
            "-1.5e300",
            "123456789012345678901234567890",
            "0.1234567890123456789",
            "{}",
            "{\"a\":{\"b\":null}}",
            "[]",
            "[\"a\"]",
            "[\"a\",\"b\"]",
            "\"\"",
            "\"17\"",
            "\"true\"",
            "\"\\u00e9\\n\\t\\\\\\/\\\"\\ud83d\\ude00\"",
            "\"\\u0000\"")) {
      values.put(json, json);
    }
    for (int length : List.of(4_096, 32_800, 50_001)) {
      values.put(length + " x", "\"" + "x".repeat(length) + "\"");
    }
    for (int length : List.of(4_095, 50_001)) {
      String text = "\u00e9\u20ac\ud83d\ude00".repeat(length / 4);
      values.put(length + " multi-byte", "\"a" + text + "\"");
    }
    return values;
  }

  /** Returns the variants of an event by what is different: the path and the value. */
  public static Map<String, JsonElement> of(JsonObject event) {
    Map<String, JsonElement> variants = new LinkedHashMap<>();
    for (List<String> path : paths(event)) {
      VALUES.forEach(
          (name, json) -> {
            JsonElement variant = event.deepCopy();
            put(variant, path, JsonParser.parseString(json));
            variants.put(String.join("/", path) + " = " + name, variant);
          });
    }
    return variants;
  }

  private static List<List<String>> paths(JsonElement element) {
    List<List<String>> paths = new ArrayList<>();
    for (String name : names(element)) {
      paths.add(List.of(name));
      for (List<String> below : paths(child(element, name))) {
        List<String> path = new ArrayList<>(below);
        path.addFirst(name);
        paths.add(path);
      }
    }
    return paths;
  }

  private static List<String> names(JsonElement element) {
    if (element instanceof JsonArray array) {
      return IntStream.range(0, array.size()).mapToObj(String::valueOf).toList();
    }
    return element instanceof JsonObject object ? List.copyOf(object.keySet()) : List.of();
  }

  private static JsonElement child(JsonElement parent, String name) {
    return parent instanceof JsonArray array
        ? array.get(Integer.parseInt(name))
        : parent.getAsJsonObject().get(name);
  }

  private static void put(JsonElement root, List<String> path, JsonElement value) {
    JsonElement parent = root;
    for (String name : path.subList(0, path.size() - 1)) {
      parent = child(parent, name);
    }
    if (parent instanceof JsonArray array) {
      array.set(Integer.parseInt(path.getLast()), value);
    } else {
      parent.getAsJsonObject().add(path.getLast(), value);
    }
  }
}
