package dev.gatehouse.local.plan;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

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
    return text(outputs, key).orElseThrow(() -> refused("has no output " + key));
  }

  /**
   * Returns the input of this name as text; throws {@link PlanInvalid} that names resource and
   * input if missing.
   */
  public String input(String key) {
    return text(inputs, key).orElseThrow(() -> refused("has no input " + key));
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

  /** Returns the input of this name as a whole number; takes 30 and 30.0, as Pulumi writes both. */
  public OptionalInt wholeInput(String key) {
    Optional<String> number = optionalInput(key);
    return number.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of((int) Double.parseDouble(number.get()));
  }

  /**
   * Refuses every input that is not among the known ones, for nothing is passed over in silence.
   *
   * @param in this resource's inputs, or an object within them
   * @param leftOut says which values are as good as none
   */
  public void refuseOthers(JsonObject in, Set<String> known, Predicate<JsonElement> leftOut) {
    in.asMap()
        .forEach((input, value) -> {
          if (!known.contains(input) && !leftOut.test(value)) {
            throw refused("sets %s, which cannot be had on one machine".formatted(input));
          }
        });
  }

  /** Returns the refusal of this resource, by its type and name; {@code why} ends the sentence. */
  public PlanInvalid refused(String why) {
    return new PlanInvalid("%s \"%s\" %s".formatted(type, name, why));
  }

  private static Optional<String> text(JsonObject in, String key) {
    JsonElement value = in.get(key);
    return value == null || value.isJsonNull()
        ? Optional.empty()
        : Optional.of(value.getAsString());
  }
}
