package dev.gatehouse.pulumi.plan;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Is the configuration of one stack, put together as Pulumi does it: the defaults of Pulumi.yaml,
 * and over them the values of Pulumi.STACK.yaml.
 *
 * @param values by key with its namespace; lists and objects as JSON
 */
public record StackSettings(String project, String stack, Map<String, String> values) {
  /** Copies the values. */
  public StackSettings {
    values = Map.copyOf(values);
  }

  /** Reads the two files of this stack; throws {@link RecordingFailed} if one will not do. */
  public static StackSettings read(Path directory, String stack) {
    Map<?, ?> program = yaml(directory.resolve("Pulumi.yaml"));
    String project = String.valueOf(program.get("name"));
    Map<String, String> values = new TreeMap<>();
    part(program, "config")
        .forEach((key, declared) -> put(values, project, key, declaredDefault(declared)));
    part(yaml(directory.resolve("Pulumi.%s.yaml".formatted(stack))), "config")
        .forEach((key, value) -> put(values, project, key, value));
    return new StackSettings(project, stack, values);
  }

  /**
   * Returns these settings with those of a file over them; throws {@link RecordingFailed} if the
   * file will not do.
   */
  public StackSettings laidUnder(Path file) {
    Map<String, String> changed = new TreeMap<>(values);
    part(yaml(file), "config").forEach((key, value) -> put(changed, project, key, value));
    return new StackSettings(project, stack, changed);
  }

  /** Returns these settings with this one set, or with it taken away if the value is blank. */
  public StackSettings with(String key, String value) {
    Map<String, String> changed = new TreeMap<>(values);
    if (value.isBlank()) {
      changed.remove(key);
    } else {
      changed.put(key, value);
    }
    return new StackSettings(project, stack, changed);
  }

  /** A declared key without either is one that every stack sets for itself. */
  private static Object declaredDefault(Object declared) {
    Map<?, ?> declaration = declared instanceof Map<?, ?> map ? map : Map.of("value", declared);
    return declaration.containsKey("value")
        ? declaration.get("value")
        : declaration.containsKey("default") ? declaration.get("default") : "";
  }

  private static void put(Map<String, String> values, String project, Object key, Object value) {
    String name = key.toString();
    if (value instanceof Map<?, ?> secret && secret.containsKey("secure")) {
      throw new RecordingFailed(name + " is a secret, and only Pulumi can read it");
    }
    boolean structured = value instanceof Map || value instanceof Iterable;
    values.put(
        name.contains(":") ? name : project + ":" + name,
        structured ? new Gson().toJson(value) : String.valueOf(value));
  }

  private static Map<?, ?> part(Map<?, ?> yaml, String name) {
    return yaml.get(name) instanceof Map<?, ?> part ? part : Map.of();
  }

  private static Map<?, ?> yaml(Path file) {
    try {
      Object yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
      return yaml instanceof Map<?, ?> map ? map : Map.of();
    } catch (IOException e) {
      throw new RecordingFailed(file + " cannot be read: the stack has no such file");
    } catch (YAMLException e) {
      throw new RecordingFailed("%s is not YAML: %s".formatted(file, e.getMessage()));
    }
  }
}
