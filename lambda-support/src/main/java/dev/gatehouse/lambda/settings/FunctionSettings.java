package dev.gatehouse.lambda.settings;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a function: its environment variables, read once when the function starts.
 *
 * <p>This is the one place that adds a variable's name to what a parser says about its value, so
 * parsers need not know where a value comes from.
 *
 * @param variables the environment variables by name
 */
public record FunctionSettings(Map<String, String> variables) {
  /** The prefix of the variables that set the e-mail rules. */
  public static final String EMAIL_RULES = "EMAIL_";

  /** Returns the settings of this process. */
  public static FunctionSettings ofProcess() {
    return new FunctionSettings(System.getenv());
  }

  /**
   * Returns the value of a variable that has no default.
   *
   * @param meaning what the value is, for the error message: "the name of the users table"
   * @throws InvalidSetting if the variable is missing or blank
   */
  public String required(String variable, String meaning) {
    @Nullable String value = variables.get(variable);
    if (value == null || value.isBlank()) {
      throw new InvalidSetting(variable, "is not set: give it " + meaning);
    }
    return value;
  }

  /** Returns the value of a variable, or null if it is missing. */
  public @Nullable String optional(String variable) {
    return variables.get(variable);
  }

  /** Returns the value of a variable, or a default if it is missing. */
  public String optional(String variable, String orElse) {
    return variables.getOrDefault(variable, orElse);
  }

  /**
   * Returns what a reader makes of all variables that begin with a prefix, by their names without
   * it.
   *
   * @param reader throws IllegalArgumentException with a message that begins with the name of the
   *     malformed setting, without the prefix: "MX must be off, log or reject"
   * @throws InvalidSetting if the reader refuses one of the values
   */
  public <T> T group(String prefix, Function<Map<String, String>, T> reader) {
    Map<String, String> group = new HashMap<>();
    variables.forEach(
        (variable, value) -> {
          if (variable.startsWith(prefix)) {
            group.put(variable.substring(prefix.length()), value);
          }
        });
    try {
      return reader.apply(group);
    } catch (IllegalArgumentException malformed) {
      String[] nameAndReason = String.valueOf(malformed.getMessage()).split(" ", 2);
      throw new InvalidSetting(
          prefix + nameAndReason[0], nameAndReason.length == 1 ? "" : nameAndReason[1]);
    }
  }
}
