package dev.gatehouse.pulumi.plan;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Holds what the program has said to the engine; resources come in from many threads at once. */
final class Recording {
  private final Map<String, Declared> declared = new ConcurrentHashMap<>();
  private final Map<String, JsonObject> outputs = new ConcurrentHashMap<>();
  private final List<String> errors = Collections.synchronizedList(new ArrayList<>());

  void add(Declared resource, JsonObject answer) {
    if (declared.putIfAbsent(resource.urn(), resource) != null) {
      throw new RecordingFailed("Two resources are called " + resource.urn());
    }
    outputs.put(resource.urn(), answer);
  }

  /** Takes what a component, or the stack as a whole, hands out. */
  void addOutputs(String urn, JsonObject values) {
    outputs.put(urn, values);
  }

  void addError(String message) {
    errors.add(message);
  }

  List<Declared> resources() {
    return List.copyOf(declared.values());
  }

  JsonObject outputs(String urn) {
    return outputs.getOrDefault(urn, new JsonObject());
  }

  List<String> errors() {
    synchronized (errors) {
      return List.copyOf(errors);
    }
  }
}
