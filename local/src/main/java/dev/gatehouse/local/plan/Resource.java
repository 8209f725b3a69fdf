package dev.gatehouse.local.plan;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A resource of the plan: the inputs of the Pulumi program and the recorded outputs.
 *
 * @param type the resource type as Pulumi names it, such as {@code aws:lambda/function:Function}
 * @param name the name in the program
 * @param outputs the inputs and the computed values
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
    return text(outputs, key).orElseThrow(() -> refused("has no output " + key));
  }

  /**
   * Returns the input of this name as text; throws {@link PlanInvalid} that names resource and
   * input if missing.
   */
  public String input(String key) {
    return text(inputs, key).orElseThrow(() -> refused("has no input " + key));
  }

  /** Returns the input of this name as text, or an empty Optional if it is not set. */
  public Optional<String> optionalInput(String key) {
    return text(inputs, key);
  }

  /** Returns the input of this name as an object, empty if it is not set. */
  public JsonObject object(String key) {
    return inputs.get(key) instanceof JsonObject object ? object : new JsonObject();
  }

  /** Returns the input of this name as a list of texts, empty if it is not set. */
  public List<String> texts(String key) {
    return inputs.get(key) instanceof JsonArray array
        ? array.asList().stream().map(JsonElement::getAsString).toList()
        : List.of();
  }

  /** Returns the input of this name as a whole number; Pulumi writes both 30 and 30.0. */
  public OptionalInt wholeInput(String key) {
    Optional<String> number = optionalInput(key);
    return number.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of((int) Double.parseDouble(number.get()));
  }

  /**
   * Throws {@link PlanInvalid} for the first input that is set and not supported.
   *
   * @param in this resource's inputs, or an object within them
   */
  public void refuseUnsupported(JsonObject in, Set<String> supported) {
    in.asMap()
        .forEach(
            (input, value) -> {
              if (!supported.contains(input) && !PulumiInputs.isUnset(value)) {
                throw refused(
                    "sets %s, which the local emulator does not support".formatted(input));
              }
            });
  }

  /** Returns the refusal of this resource: its type and name, followed by a reason. */
  public PlanInvalid refused(String reason) {
    return new PlanInvalid("%s \"%s\" %s".formatted(type, name, reason));
  }

  private static Optional<String> text(JsonObject in, String key) {
    JsonElement value = in.get(key);
    return value == null || value.isJsonNull()
        ? Optional.empty()
        : Optional.of(value.getAsString());
  }
}
