package dev.gatehouse.pulumi.plan;

import com.google.gson.JsonObject;
import java.util.List;

/**
 * Is one resource as the program asked for it.
 *
 * @param custom false for a component, which only groups what is in it
 * @param dependencies URNs, sorted
 */
record Declared(
    String type,
    String name,
    String urn,
    String parent,
    List<String> dependencies,
    boolean custom,
    boolean protect,
    boolean retainOnDelete,
    JsonObject inputs) {

  /** The type of the root of every stack. */
  static final String STACK = "pulumi:pulumi:Stack";

  /** Returns the input of this name as text; throws {@link RecordingFailed} if there is none. */
  String input(String key) {
    if (!inputs.has(key)) {
      throw new RecordingFailed("%s \"%s\" has no input %s".formatted(type, name, key));
    }
    return inputs.get(key).getAsString();
  }

  /** Returns the name that the program gave, or else the kind of name that Pulumi makes up. */
  String physicalName() {
    return inputs.has("name") ? input("name") : "%s-%s".formatted(name, Arns.id(urn, 7));
  }
}
