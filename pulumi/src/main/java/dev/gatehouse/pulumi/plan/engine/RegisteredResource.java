package dev.gatehouse.pulumi.plan.engine;

import com.google.gson.JsonObject;
import java.util.List;

/**
 * A resource as the program registers it.
 *
 * @param custom false for a component, which only groups its children
 * @param dependencies the URNs of the resources it depends on, sorted
 * @param aliases the URNs that the resource had before, sorted
 */
public record RegisteredResource(
    String type,
    String name,
    String urn,
    String parent,
    List<String> dependencies,
    List<String> aliases,
    boolean custom,
    ResourceOptions options,
    JsonObject inputs) {

  /** The type of the root resource of every stack. */
  public static final String STACK = "pulumi:pulumi:Stack";

  /** Returns the input as text; throws {@link RecordingFailed} if there is none. */
  public String input(String key) {
    if (!inputs.has(key)) {
      throw new RecordingFailed("%s \"%s\" has no input %s".formatted(type, name, key));
    }
    return inputs.get(key).getAsString();
  }
}
