package dev.gatehouse.integrationtests;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A copy of the plan, to be altered before a machine boots from it. */
record AlteredPlan(JsonObject plan) {
  static AlteredPlan copy() throws IOException {
    return copyOf(Machine.ROOT.resolve("pulumi/target/plan.json"));
  }

  /** Copies the plan of a variant of the stack. */
  static AlteredPlan copyOf(String variant) throws IOException {
    return copyOf(Machine.ROOT.resolve("pulumi/target/plans/" + variant + ".json"));
  }

  private static AlteredPlan copyOf(Path original) throws IOException {
    return new AlteredPlan(JsonParser.parseString(Files.readString(original)).getAsJsonObject());
  }

  /** Returns the inputs of the resource with this very type and name, to be altered. */
  JsonObject inputs(String type, String name) {
    return plan.getAsJsonArray("resources").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .filter(resource -> resource.get("type").getAsString().equals(type))
        .filter(resource -> resource.get("name").getAsString().equals(name))
        .map(resource -> resource.getAsJsonObject("inputs"))
        .findFirst()
        .orElseThrow();
  }

  /** Returns the environment of the function with this Pulumi name, to be altered. */
  JsonObject variables(String function) {
    return inputs("aws:lambda/function:Function", function)
        .getAsJsonObject("environment")
        .getAsJsonObject("variables");
  }

  /** Boots a machine from it. */
  Machine start(Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("altered-plan.json"), plan.toString());
    return Machine.start("--plan", file.toString());
  }
}
