package dev.gatehouse.pulumi.plan;

import com.google.gson.Gson;
import dev.gatehouse.pulumi.plan.engine.RecordingFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The configuration of one stack, merged as Pulumi does: the values of Pulumi.STACK.yaml override
 * the defaults of Pulumi.yaml.
 *
 * @param values the values by key with namespace; lists and objects as JSON
 */
public record StackSettings(String project, String stack, Map<String, String> values) {
  /** Creates settings with a copy of the values. */
  public StackSettings {
    values = Map.copyOf(values);
  }

  /** Reads the files of a stack; throws {@link RecordingFailed} if one is missing or malformed. */
  public static StackSettings read(Path directory, String stack) {
    return read(directory, stack, directory.resolve("Pulumi.%s.yaml".formatted(stack)));
  }

  /** Reads the settings of a stack from another file than {@code Pulumi.STACK.yaml}. */
  public static StackSettings read(Path directory, String stack, Path file) {
    Map<?, ?> program = yaml(directory.resolve("Pulumi.yaml"));
    String project = String.valueOf(program.get("name"));
    Map<String, String> values = new TreeMap<>();
    section(program, "config")
        .forEach((key, declared) -> put(values, project, key, declaredDefault(declared)));
    DeclaredTypes types = new DeclaredTypes(project, stack, section(program, "config"));
    section(yaml(file), "config")
        .forEach(
            (key, value) -> {
              put(values, project, key, value);
              types.check(key.toString(), value);
            });
    return new StackSettings(project, stack, values);
  }

  /**
   * Returns these settings, overridden by those of a file; throws {@link RecordingFailed} if the
   * file is missing or malformed.
   */
  public StackSettings overriddenBy(Path file) {
    Map<String, String> changed = new TreeMap<>(values);
    section(yaml(file), "config").forEach((key, value) -> put(changed, project, key, value));
    return new StackSettings(project, stack, changed);
  }

  /** Returns these settings with one value replaced, or removed if the new value is blank. */
  public StackSettings with(String key, String value) {
    Map<String, String> changed = new TreeMap<>(values);
    if (value.isBlank()) {
      changed.remove(key);
    } else {
      changed.put(key, value);
    }
    return new StackSettings(project, stack, changed);
  }

  /** Returns the default of a declared key; empty if every stack has to set it. */
  private static Object declaredDefault(Object declared) {
    Map<?, ?> declaration = declared instanceof Map<?, ?> map ? map : Map.of("value", declared);
    return declaration.containsKey("value")
        ? declaration.get("value")
        : declaration.containsKey("default") ? declaration.get("default") : "";
  }

  private static void put(Map<String, String> values, String project, Object key, Object value) {
    String name = key.toString();
    if (value instanceof Map<?, ?> secret && secret.containsKey("secure")) {
      throw new RecordingFailed(name + " is a secret; only Pulumi can decrypt it");
    }
    boolean structured = value instanceof Map || value instanceof Iterable;
    values.put(
        name.contains(":") ? name : project + ":" + name,
        structured ? new Gson().toJson(value) : String.valueOf(value));
  }

  private static Map<?, ?> section(Map<?, ?> yaml, String name) {
    return yaml.get(name) instanceof Map<?, ?> section ? section : Map.of();
  }

  private static Map<?, ?> yaml(Path file) {
    try {
      Object yaml = StackYaml.parse(Files.readString(file));
      return yaml instanceof Map<?, ?> map ? map : Map.of();
    } catch (IOException e) {
      throw new RecordingFailed("Cannot read %s: the stack has no such file".formatted(file));
    } catch (YAMLException e) {
      throw new RecordingFailed("%s is not YAML: %s".formatted(file, e.getMessage()));
    }
  }
}
