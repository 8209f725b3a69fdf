package dev.gatehouse.pulumi.plan;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.pulumi.plan.engine.Recording;
import dev.gatehouse.pulumi.plan.engine.RecordingFailed;
import dev.gatehouse.pulumi.plan.engine.RegisteredResource;
import dev.gatehouse.pulumi.plan.engine.ResourceOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/**
 * The serializer of a recording as plan.json: the same bytes for the same program and
 * configuration.
 */
final class PlanWriter {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create();

  private PlanWriter() {}

  static void write(StackSettings settings, Recording recording, Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, GSON.toJson(plan(settings, recording)) + "\n");
    } catch (IOException e) {
      throw new RecordingFailed("Cannot write %s: %s".formatted(file, e.getMessage()));
    }
  }

  static JsonObject plan(StackSettings settings, Recording recording) {
    List<RegisteredResource> order = TopologicalOrder.of(recording.resources());
    JsonArray resources = new JsonArray();
    order.forEach(resource -> resources.add(resource(resource, recording)));
    JsonObject plan = new JsonObject();
    plan.addProperty("project", settings.project());
    plan.addProperty("stack", settings.stack());
    plan.add("resources", resources);
    plan.add("outputs", stackOutputs(order, recording));
    return plan;
  }

  private static JsonElement stackOutputs(List<RegisteredResource> resources, Recording recording) {
    return resources.stream()
        .filter(resource -> resource.type().equals(RegisteredResource.STACK))
        .findFirst()
        .map(stack -> sorted(recording.outputs(stack.urn())))
        .orElseGet(JsonObject::new);
  }

  private static JsonObject resource(RegisteredResource registered, Recording recording) {
    JsonObject resource = new JsonObject();
    resource.addProperty("type", registered.type());
    resource.addProperty("name", registered.name());
    resource.addProperty("urn", registered.urn());
    resource.addProperty("parent", registered.parent());
    resource.add("dependencies", strings(registered.dependencies()));
    addUnlessEmpty(resource, "aliases", registered.aliases());
    addOptions(resource, registered.options());
    resource.add("inputs", sorted(registered.inputs()));
    resource.add("outputs", sorted(recording.outputs(registered.urn())));
    return resource;
  }

  private static void addOptions(JsonObject resource, ResourceOptions options) {
    resource.addProperty("protect", options.protect());
    resource.addProperty("retainOnDelete", options.retainOnDelete());
    if (!options.provider().isEmpty()) {
      resource.addProperty("provider", options.provider());
    }
    addUnlessEmpty(resource, "additionalSecretOutputs", options.additionalSecretOutputs());
    addUnlessEmpty(resource, "ignoreChanges", options.ignoreChanges());
  }

  private static void addUnlessEmpty(JsonObject resource, String name, List<String> strings) {
    if (!strings.isEmpty()) {
      resource.add(name, strings(strings));
    }
  }

  private static JsonArray strings(List<String> strings) {
    JsonArray array = new JsonArray();
    strings.forEach(array::add);
    return array;
  }

  /** Returns a copy with the members of every object in alphabetical order. */
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
