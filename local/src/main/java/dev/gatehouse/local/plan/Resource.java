package dev.gatehouse.local.plan;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * Is one resource of the plan, as the Pulumi program asked for it and as the recorder answered.
 *
 * @param type the resource type as Pulumi names it, such as {@code aws:lambda/function:Function}
 * @param name the name in the program
 * @param outputs everything in {@code inputs}, with the computed values beside it
 */
public record Resource(
    String type,
    String name,
    String urn,
    String parent,
    List<String> dependencies,
    boolean protect,
    JsonObject inputs,
    JsonObject outputs) {

  /**
   * Returns the output of this name as text; throws {@link PlanInvalid} that names resource and
   * output if missing.
   */
  public String output(String key) {
    return text(outputs, key)
        .orElseThrow(
            () -> new PlanInvalid("%s \"%s\" has no output %s".formatted(type, name, key)));
  }

  /**
   * Returns the input of this name as text; throws {@link PlanInvalid} that names resource and
   * input if missing.
   */
  public String input(String key) {
    return text(inputs, key)
        .orElseThrow(() -> new PlanInvalid("%s \"%s\" has no input %s".formatted(type, name, key)));
  }

  /** Returns the input of this name as text, or nothing if the program left it out. */
  public Optional<String> optionalInput(String key) {
    return text(inputs, key);
  }

  /** Returns the nested object of this name among the inputs, empty if the program left it out. */
  public JsonObject object(String key) {
    return inputs.get(key) instanceof JsonObject object ? object : new JsonObject();
  }

  /** Returns the list of this name among the inputs as texts, empty if the program left it out. */
  public List<String> texts(String key) {
    return inputs.get(key) instanceof JsonArray array
        ? array.asList().stream().map(JsonElement::getAsString).toList()
        : List.of();
  }

  private static Optional<String> text(JsonObject in, String key) {
    JsonElement value = in.get(key);
    return value == null || value.isJsonNull()
        ? Optional.empty()
        : Optional.of(value.getAsString());
  }
}
