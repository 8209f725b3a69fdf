package dev.gatehouse.pulumi.settings;

import java.util.Map;
import java.util.TreeMap;

/**
 * Is what the functions run on.
 *
 * @param memory megabytes of a function that is not in functionMemory
 * @param functionMemory megabytes by function
 * @param reservedConcurrency how many of a function may run at once, by function
 */
public record Compute(
    String runtime,
    String architecture,
    int memory,
    Map<String, Integer> functionMemory,
    Map<String, Integer> reservedConcurrency,
    boolean snapStart,
    Map<String, String> environmentVariables) {
  private static final String FUNCTIONS =
      "api|custom-email-sender|custom-message|deferred-users|post-confirmation|pre-sign-up|reconcile";
  private static final int LEAST_MEMORY = 128;
  private static final int MOST_MEMORY = 10_240;

  static Compute of(Keys keys) {
    return new Compute(
        keys.of("lambdaRuntime", "java21")
            .matching("java(2[1-9]|[3-9]\\d)", "java21 or a newer Java of Lambda"),
        keys.of("lambdaArchitecture", "arm64").oneOf("arm64", "x86_64"),
        keys.of("lambdaMemory", "1024").number(LEAST_MEMORY, MOST_MEMORY, "megabytes"),
        perFunction(keys.object("functionMemory", "api", "2048"), LEAST_MEMORY, MOST_MEMORY),
        perFunction(keys.object("reservedConcurrency", "api", "50"), 0, 1000),
        keys.of("snapStart", "true").flag(),
        environmentVariables(keys));
  }

  /** Returns the megabytes of this function. */
  public int memoryOf(String function) {
    return functionMemory.getOrDefault(function, memory);
  }

  private static Map<String, Integer> perFunction(Setting setting, int least, int most) {
    String expected =
        "an object of numbers from %d to %d by function: %s"
            .formatted(least, most, FUNCTIONS.replace("|", ", "));
    Map<String, Integer> numbers = new TreeMap<>();
    setting
        .textByName()
        .forEach((function, text) -> {
          if (!function.matches(FUNCTIONS) || !text.matches("\\d{1,5}")) {
            throw setting.refused(expected);
          }
          numbers.put(function, Integer.parseInt(text));
        });
    if (numbers.values().stream().anyMatch(number -> number < least || number > most)) {
      throw setting.refused(expected);
    }
    return Map.copyOf(numbers);
  }

  private static Map<String, String> environmentVariables(Keys keys) {
    Setting setting = keys.object("environmentVariables", "NAME", "value");
    Map<String, String> variables = setting.textByName();
    // Lambda keeps these for itself and would refuse them only halfway through the deployment.
    if (variables.keySet().stream()
        .anyMatch(name -> !name.matches("(?!AWS_|LAMBDA_)[A-Za-z][A-Za-z0-9_]+"))) {
      throw setting.refused("an object with names of letters, digits and _, none of Lambda's own");
    }
    return variables;
  }
}
