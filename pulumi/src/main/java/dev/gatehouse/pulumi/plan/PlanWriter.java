package dev.gatehouse.pulumi.plan;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/** Writes a recording down as plan.json: the same bytes for the same program and configuration. */
final class PlanWriter {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create();

  private PlanWriter() {}

  static void write(StackSettings settings, Recording recording, Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, GSON.toJson(plan(settings, recording)) + "\n");
    } catch (IOException e) {
      throw new RecordingFailed("%s cannot be written: %s".formatted(file, e.getMessage()));
    }
  }

  static JsonObject plan(StackSettings settings, Recording recording) {
    List<Declared> order = CreationOrder.of(recording.resources());
    JsonArray resources = new JsonArray();
    order.forEach(resource -> resources.add(resource(resource, recording)));
    JsonObject plan = new JsonObject();
    plan.addProperty("project", settings.project());
    plan.addProperty("stack", settings.stack());
    plan.add("resources", resources);
    plan.add("outputs", stackOutputs(order, recording));
    return plan;
  }

  private static JsonElement stackOutputs(List<Declared> resources, Recording recording) {
    return resources.stream()
        .filter(resource -> resource.type().equals(Declared.STACK))
        .findFirst()
        .map(stack -> sorted(recording.outputs(stack.urn())))
        .orElseGet(JsonObject::new);
  }

  private static JsonObject resource(Declared declared, Recording recording) {
    JsonArray dependencies = new JsonArray();
    declared.dependencies().forEach(dependencies::add);
    JsonObject resource = new JsonObject();
    resource.addProperty("type", declared.type());
    resource.addProperty("name", declared.name());
    resource.addProperty("urn", declared.urn());
    resource.addProperty("parent", declared.parent());
    resource.add("dependencies", dependencies);
    resource.addProperty("protect", declared.protect());
    resource.add("inputs", sorted(declared.inputs()));
    resource.add("outputs", sorted(recording.outputs(declared.urn())));
    return resource;
  }

  /** Names come in alphabetical order at every depth, in whatever order they were put in. */
  private static JsonElement sorted(JsonElement element) {
    if (element instanceof JsonObject object) {
      JsonObject sorted = new JsonObject();
      new TreeMap<>(object.asMap()).forEach((name, value) -> sorted.add(name, sorted(value)));
      return sorted;
    }
    if (element instanceof JsonArray array) {
      JsonArray sorted = new JsonArray();
      array.forEach(item -> sorted.add(sorted(item)));
      return sorted;
    }
    return element;
  }
}
