package dev.gatehouse.pulumi.plan;

import dev.gatehouse.pulumi.plan.engine.RecordingFailed;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The types that Pulumi.yaml declares, checked as Pulumi does before it starts the program.
 *
 * @param config the section config of Pulumi.yaml
 */
record DeclaredTypes(String project, String stack, Map<?, ?> config) {
  /**
   * Checks a value of the stack's file.
   *
   * @param key with or without namespace
   * @throws RecordingFailed with Pulumi's sentence if the value has another type
   */
  void check(String key, Object value) {
    String name = key.startsWith(project + ":") ? key.substring(project.length() + 1) : key;
    if (config.get(name) instanceof Map<?, ?> declared
        && declared.get("type") instanceof String type
        && !matches(type, declared.get("items"), scalarAsText(value))) {
      throw new RecordingFailed(
          "Stack '%s' with configuration key '%s' must be of type '%s'"
              .formatted(stack, name, fullName(type, declared.get("items"))));
    }
  }

  /** Pulumi keeps a value that is neither a list nor an object as text. */
  private static Object scalarAsText(Object value) {
    return value instanceof Map || value instanceof Iterable ? value : String.valueOf(value);
  }

  private static boolean matches(String type, @Nullable Object items, Object value) {
    return switch (type) {
      case "string" -> value instanceof String;
      case "integer" -> String.valueOf(value).matches("[+-]?\\d+");
      case "boolean" -> String.valueOf(value).matches("true|false");
      case "object" -> value instanceof Map;
      default -> value instanceof Iterable<?> list && matchAll(items, list);
    };
  }

  private static boolean matchAll(@Nullable Object items, Iterable<?> list) {
    if (!(items instanceof Map<?, ?> declared)) {
      return false;
    }
    for (Object item : list) {
      if (!matches(String.valueOf(declared.get("type")), declared.get("items"), item)) {
        return false;
      }
    }
    return true;
  }

  private static String fullName(String type, @Nullable Object items) {
    return items instanceof Map<?, ?> declared
        ? "%s<%s>"
            .formatted(type, fullName(String.valueOf(declared.get("type")), declared.get("items")))
        : type;
  }
}
