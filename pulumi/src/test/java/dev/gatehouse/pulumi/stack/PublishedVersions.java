package dev.gatehouse.pulumi.stack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * The numbers of the versions that aliases serve: 1 in a plan, and higher in a stack whose
 * functions have changed.
 *
 * @param byFunction the number of the version that was published last
 */
record PublishedVersions(Map<String, String> byFunction) {
  private static final String FUNCTION = "aws:lambda/function:Function";
  private static final String ALIAS = "aws:lambda/alias:Alias";
  private static final String NUMBER = "functionVersion";

  /** Reads the versions of a stack. */
  static PublishedVersions of(Collection<JsonObject> deployed) {
    Map<String, String> versions = new TreeMap<>();
    for (JsonObject resource : deployed) {
      if (EngineState.text(resource, "type").equals(FUNCTION) && resource.has("outputs")) {
        JsonObject outputs = resource.getAsJsonObject("outputs");
        versions.put(EngineState.text(outputs, "name"), EngineState.text(outputs, "version"));
      }
    }
    return new PublishedVersions(versions);
  }

  /** Returns the inputs of an alias with the planned number if it serves the last version. */
  JsonElement asPlanned(JsonObject planned, JsonElement inputs) {
    if (!EngineState.text(planned, "type").equals(ALIAS)) {
      return inputs;
    }
    JsonObject alias = inputs.getAsJsonObject().deepCopy();
    String last = byFunction.getOrDefault(EngineState.text(alias, "functionName"), "");
    if (EngineState.text(alias, NUMBER).equals(last)) {
      alias.add(
          NUMBER, new JsonPrimitive(EngineState.text(planned.getAsJsonObject("inputs"), NUMBER)));
    }
    return alias;
  }
}
