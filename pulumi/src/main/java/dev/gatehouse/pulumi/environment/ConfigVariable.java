package dev.gatehouse.pulumi.environment;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The environment variable in which the engine passes the configuration of the stack.
 *
 * <p>A JVM decodes its environment in the charset of the shell's locale, and loses every letter
 * that the charset lacks. The engine writes UTF-8 under every locale, and Linux has the bytes.
 */
public final class ConfigVariable {
  private static final String NAME = "PULUMI_CONFIG";

  /** The environment of this process as it was started with; missing but on Linux. */
  private static final Path ENVIRONMENT = Path.of("/proc/self/environ");

  private ConfigVariable() {}

  /** Returns the values by key with namespace; an empty map if there is no such variable. */
  public static Map<String, String> values() {
    return parsed(written(ENVIRONMENT).orElseGet(() -> System.getenv().getOrDefault(NAME, "{}")));
  }

  /** Returns the variable in a file of variables, each of which ends with a zero byte. */
  static Optional<String> written(Path environment) {
    try {
      String variables = new String(Files.readAllBytes(environment), StandardCharsets.UTF_8);
      return Stream.of(variables.split("\0", -1))
          .filter(variable -> variable.startsWith(NAME + "="))
          .map(variable -> variable.substring(NAME.length() + 1))
          .findFirst();
    } catch (IOException notOnThisSystem) {
      return Optional.empty();
    }
  }

  private static Map<String, String> parsed(String json) {
    JsonObject config = JsonParser.parseString(json).getAsJsonObject();
    Map<String, String> values = new TreeMap<>();
    for (Map.Entry<String, JsonElement> value : config.entrySet()) {
      values.put(value.getKey(), value.getValue().getAsString());
    }
    return values;
  }
}
