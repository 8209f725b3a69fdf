package dev.gatehouse.integrationtests.emulator;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.integrationtests.project.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A copy of the plan that a test modifies before an emulator starts from it. */
public record ModifiedPlan(JsonObject plan) {
  public static ModifiedPlan copy() throws IOException {
    return copyOf(Repository.plan());
  }

  /** Returns a copy of the plan of a variant of the stack. */
  public static ModifiedPlan copyOf(String variant) throws IOException {
    return copyOf(Repository.plan(variant));
  }

  private static ModifiedPlan copyOf(Path original) throws IOException {
    return new ModifiedPlan(JsonParser.parseString(Files.readString(original)).getAsJsonObject());
  }

  /** Returns the modifiable inputs of the resource with the given type and name. */
  public JsonObject inputs(String type, String name) {
    return plan.getAsJsonArray("resources").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .filter(resource -> resource.get("type").getAsString().equals(type))
        .filter(resource -> resource.get("name").getAsString().equals(name))
        .map(resource -> resource.getAsJsonObject("inputs"))
        .findFirst()
        .orElseThrow();
  }

  /** Removes the resource with the given type and name. */
  public void remove(String type, String name) {
    boolean removed =
        plan.getAsJsonArray("resources")
            .asList()
            .removeIf(
                resource ->
                    resource.getAsJsonObject().get("type").getAsString().equals(type)
                        && resource.getAsJsonObject().get("name").getAsString().equals(name));
    if (!removed) {
      throw new IllegalArgumentException("the plan has no " + type + " " + name);
    }
  }

  /** Returns the modifiable environment of the function with the given Pulumi name. */
  public JsonObject variables(String function) {
    return inputs("aws:lambda/function:Function", function)
        .getAsJsonObject("environment")
        .getAsJsonObject("variables");
  }

  /** Starts an emulator from the plan. */
  public LocalEmulator start(Path folder) throws IOException {
    return LocalEmulator.start("--plan", write(folder).toString());
  }

  /** Writes the plan into a folder and returns the file. */
  public Path write(Path folder) throws IOException {
    return Files.writeString(folder.resolve("modified-plan.json"), plan.toString());
  }
}
