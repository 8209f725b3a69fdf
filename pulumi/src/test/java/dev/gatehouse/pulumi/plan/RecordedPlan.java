package dev.gatehouse.pulumi.plan;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.pulumi.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * A plan recorded from the program.
 *
 * @param text the text of plan.json
 */
public record RecordedPlan(String text, JsonObject plan) {
  /** The settings of the tests' own stack, which no developer edits to try something. */
  public static final StackSettings LOCAL =
      StackSettings.read(Path.of("."), "local", Path.of("src/test/stacks/local.yaml"));

  /** The main class of the program. */
  static final String APP = "dev.gatehouse.pulumi.App";

  /** The directory of the program, in which tests run. */
  static final Path DIRECTORY = Path.of("").toAbsolutePath();

  /** The plan of {@link #LOCAL}, recorded once for all tests. */
  public static final RecordedPlan PLAN = builtOr("plan.json", LOCAL);

  /**
   * Returns a plan that the build has recorded before the tests; records it where an IDE runs them.
   */
  static RecordedPlan builtOr(String file, StackSettings settings) {
    String plans = System.getProperty("recorded.plans");
    if (plans == null) {
      return of(settings);
    }
    try {
      return parse(Files.readString(Path.of(plans, file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RecordedPlan parse(String text) {
    return new RecordedPlan(text, JsonParser.parseString(text).getAsJsonObject());
  }

  /** Records the plan of the settings. */
  public static RecordedPlan of(StackSettings settings) {
    return of(InlineProgram.app(false), settings);
  }

  /** Records the plan of another program, which has no settings. */
  public static RecordedPlan of(Consumer<Context> program, StackSettings settings) {
    return of(new InlineProgram((context, ignored) -> program.accept(context), false), settings);
  }

  static RecordedPlan of(Program program, StackSettings settings) {
    try {
      Path file = Files.createTempFile("plan", ".json");
      try {
        PlanWriter.write(settings, new PlanRecorder(program, DIRECTORY).record(settings), file);
        return parse(Files.readString(file));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns all resources, in the order of the plan. */
  public List<JsonObject> resources() {
    return plan.getAsJsonArray("resources").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .toList();
  }

  /** Returns the resources of a type. */
  public List<JsonObject> ofType(String type) {
    return resources().stream().filter(it -> text(it, "type").equals(type)).toList();
  }

  /** Returns the only resource of a type; fails if there are none or several. */
  public JsonObject only(String type) {
    List<JsonObject> found = ofType(type);
    if (found.size() != 1) {
      throw new AssertionError(
          String.format(Locale.ROOT, "%d resources of type %s", found.size(), type));
    }
    return found.get(0);
  }

  /** Returns the resource of a type and name; fails if there is none. */
  public JsonObject named(String type, String name) {
    return ofType(type).stream()
        .filter(it -> text(it, "name").equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No %s \"%s\"".formatted(type, name)));
  }

  /** Returns a Lambda function by name. */
  public JsonObject function(String name) {
    return named("aws:lambda/function:Function", name);
  }

  /** Returns the environment variables of a Lambda function. */
  public JsonObject variables(String function) {
    return function(function)
        .getAsJsonObject("inputs")
        .getAsJsonObject("environment")
        .getAsJsonObject("variables");
  }

  /** Returns the inputs of a resource. */
  public static JsonObject inputs(JsonObject resource) {
    return resource.getAsJsonObject("inputs");
  }

  /** Returns an input of a resource as text. */
  public static String input(JsonObject resource, String key) {
    return text(inputs(resource), key);
  }

  /** Returns an output of a resource as text. */
  public static String output(JsonObject resource, String key) {
    return text(resource.getAsJsonObject("outputs"), key);
  }

  /** Returns a member of an object as a list of texts. */
  public static List<String> texts(JsonObject object, String key) {
    return object.getAsJsonArray(key).asList().stream().map(JsonElement::getAsString).toList();
  }

  /** Returns a member of an object as text. */
  public static String text(JsonObject object, String key) {
    return object.get(key).getAsString();
  }
}
