package dev.gatehouse.pulumi.stack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * Ids and made-up names that differ between a plan and a stack, such as those of a resource that
 * was created again while the old one was left behind.
 *
 * @param plannedByDeployed longest first, so that no ARN is replaced in part
 */
record MadeUpValues(Map<String, String> plannedByDeployed) {
  /** A number of one digit is part of many values; {@link PublishedVersions} compares it. */
  private static final String VERSION = "version";

  private static final Comparator<String> LONGEST_FIRST =
      Comparator.comparing(String::length).reversed().thenComparing(it -> it);

  static MadeUpValues of(Map<String, JsonObject> planned, Map<String, JsonObject> deployed) {
    Map<String, String> values = new TreeMap<>(LONGEST_FIRST);
    planned.forEach(
        (urn, resource) -> {
          JsonObject existing = deployed.get(urn);
          if (existing != null && existing.has("outputs")) {
            add(resource, existing, values);
          }
        });
    return new MadeUpValues(values);
  }

  /** What the program itself sets is no made-up value. */
  private static void add(JsonObject resource, JsonObject existing, Map<String, String> values) {
    JsonObject planned = resource.getAsJsonObject("outputs");
    JsonObject outputs = existing.getAsJsonObject("outputs");
    String inputs = EngineState.inputs(existing, resource).toString();
    for (String name : planned.keySet()) {
      if (name.equals(VERSION)) {
        continue;
      }
      String expected = string(planned.get(name));
      String actual = outputs.has(name) ? string(outputs.get(name)) : "";
      if (!actual.isEmpty() && !actual.equals(expected) && !inputs.contains(actual)) {
        values.put(actual, expected);
      }
    }
  }

  private static String string(JsonElement element) {
    return element.isJsonPrimitive() && element.getAsJsonPrimitive().isString()
        ? element.getAsString()
        : "";
  }

  JsonElement asPlanned(JsonElement inputs) {
    String text = inputs.toString();
    for (Map.Entry<String, String> value : plannedByDeployed.entrySet()) {
      text = text.replace(value.getKey(), value.getValue());
    }
    return JsonParser.parseString(text);
  }
}
