package dev.gatehouse.pulumi.plan.engine;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The calls of a program to the engine, recorded from many threads. */
public final class Recording {
  private final Map<String, RegisteredResource> resources = new ConcurrentHashMap<>();
  private final Map<String, JsonObject> outputs = new ConcurrentHashMap<>();
  private final List<String> errors = Collections.synchronizedList(new ArrayList<>());
  private final List<String> warnings = Collections.synchronizedList(new ArrayList<>());

  /** Adds a resource; throws {@link RecordingFailed} if its URN is taken. */
  public void add(RegisteredResource resource, JsonObject resourceOutputs) {
    if (resources.putIfAbsent(resource.urn(), resource) != null) {
      throw new RecordingFailed("Two resources have the URN " + resource.urn());
    }
    outputs.put(resource.urn(), resourceOutputs);
  }

  /** Adds the outputs of a component or of the stack. */
  void addOutputs(String urn, JsonObject values) {
    outputs.put(urn, values);
  }

  void addError(String message) {
    errors.add(message);
  }

  void addWarning(String message) {
    warnings.add(message);
  }

  /** Returns the resources, in no particular order. */
  public List<RegisteredResource> resources() {
    return List.copyOf(resources.values());
  }

  /** Returns the outputs of a resource; empty if it has none. */
  public JsonObject outputs(String urn) {
    return outputs.getOrDefault(urn, new JsonObject());
  }

  /** Returns the error messages that the program logged. */
  public List<String> errors() {
    synchronized (errors) {
      return List.copyOf(errors);
    }
  }

  /** Returns the warnings that the program logged. */
  public List<String> warnings() {
    synchronized (warnings) {
      return List.copyOf(warnings);
    }
  }
}
