package dev.gatehouse.benchmarks.start.measured;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.benchmarks.start.measured.MeasuredFunction.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The functions of the plan: archive (for this computer's architecture), handler, environment and
 * memory.
 */
public final class PlannedFunctions {
  private static final String ON_DEMAND = "on demand";

  private final Map<String, MeasuredFunction> functions = new TreeMap<>();

  /**
   * Reads the plan and the variant with the e-mail sender; the first to have a function describes
   * it.
   */
  public PlannedFunctions(Path root, Events events) throws IOException {
    Path target = root.resolve("pulumi/target/tested");
    for (Path plan : List.of(target.resolve("plan.json"), target.resolve("plans/lambda.json"))) {
      if (Files.exists(plan)) {
        read(JsonParser.parseString(Files.readString(plan)).getAsJsonObject(), root, events);
      }
    }
    if (functions.isEmpty()) {
      throw new IOException("no function in " + target + ": build the plan first");
    }
  }

  private void read(JsonObject plan, Path root, Events events) throws IOException {
    for (JsonElement element : plan.getAsJsonArray("resources")) {
      JsonObject resource = element.getAsJsonObject();
      if (resource.get("type").getAsString().equals("aws:lambda/function:Function")) {
        String name = resource.get("name").getAsString();
        JsonObject inputs = resource.getAsJsonObject("inputs");
        @Nullable String event = events.of(name, environment(inputs));
        if (event == null) {
          System.err.printf("%s is not measured: it has no event here%n", name);
        } else {
          functions.putIfAbsent(name, subject(name, inputs, root, event));
        }
      }
    }
  }

  private static MeasuredFunction subject(String name, JsonObject inputs, Path root, String event) {
    return new MeasuredFunction(
        name,
        ON_DEMAND,
        root.resolve(Architecture.current().archive(inputs.get("code").getAsString())),
        inputs.get("handler").getAsString(),
        environment(inputs),
        inputs.get("memorySize").getAsInt(),
        event,
        Start.ON_DEMAND);
  }

  private static Map<String, String> environment(JsonObject inputs) {
    Map<String, String> environment = new TreeMap<>();
    JsonObject given = inputs.getAsJsonObject("environment");
    if (given != null && given.has("variables")) {
      given
          .getAsJsonObject("variables")
          .asMap()
          .forEach((name, value) -> environment.put(name, value.getAsString()));
    }
    return environment;
  }

  /** Returns every function, ordered by name. */
  public List<MeasuredFunction> all() {
    return List.copyOf(functions.values());
  }

  /** Returns the function with the given name. */
  public MeasuredFunction named(String name) throws IOException {
    MeasuredFunction found = functions.get(name);
    if (found == null) {
      throw new IOException("the plan has no function " + name);
    }
    return found;
  }
}
