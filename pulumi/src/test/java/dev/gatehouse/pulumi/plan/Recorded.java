package dev.gatehouse.pulumi.plan;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Is a plan as it is on disk, recorded from the real program in a JVM of its own. */
public record Recorded(String text, JsonObject plan) {
  public static final StackSettings LOCAL = StackSettings.read(Path.of("."), "local");
  public static final String APP = "dev.gatehouse.pulumi.App";

  /** The plan of the stack of the one machine, recorded once for all tests. */
  public static final Recorded PLAN = of(LOCAL);

  public static Recorded of(StackSettings settings) {
    try {
      Path file = Files.createTempFile("plan", ".json");
      try {
        PlanWriter.write(settings, new PlanRecorder(APP, Path.of(".")).record(settings), file);
        String text = Files.readString(file);
        return new Recorded(text, JsonParser.parseString(text).getAsJsonObject());
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<JsonObject> resources() {
    return plan.getAsJsonArray("resources").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .toList();
  }

  public List<JsonObject> ofType(String type) {
    return resources().stream().filter(it -> text(it, "type").equals(type)).toList();
  }

  public JsonObject only(String type) {
    List<JsonObject> found = ofType(type);
    if (found.size() != 1) {
      throw new AssertionError("%d resources of type %s".formatted(found.size(), type));
    }
    return found.get(0);
  }

  public JsonObject named(String type, String name) {
    return ofType(type).stream()
        .filter(it -> text(it, "name").equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No %s \"%s\"".formatted(type, name)));
  }

  public JsonObject function(String name) {
    return named("aws:lambda/function:Function", name);
  }

  public JsonObject variables(String function) {
    return function(function)
        .getAsJsonObject("inputs")
        .getAsJsonObject("environment")
        .getAsJsonObject("variables");
  }

  public static JsonObject inputs(JsonObject resource) {
    return resource.getAsJsonObject("inputs");
  }

  public static String input(JsonObject resource, String key) {
    return text(inputs(resource), key);
  }

  public static String output(JsonObject resource, String key) {
    return text(resource.getAsJsonObject("outputs"), key);
  }

  public static List<String> texts(JsonObject object, String key) {
    return object.getAsJsonArray(key).asList().stream().map(JsonElement::getAsString).toList();
  }

  public static String text(JsonObject object, String key) {
    return object.get(key).getAsString();
  }
}
