package dev.gatehouse.pulumi.settings;

import com.pulumi.aws.Utilities;
import com.pulumi.aws.lambda.enums.Runtime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The settings of all functions.
 *
 * @param memory the megabytes of a function that functionMemory does not name
 * @param functionMemory the megabytes by function
 * @param reservedConcurrency the reserved concurrency by function
 */
public record FunctionSettings(
    String runtime,
    String architecture,
    int memory,
    Map<String, Integer> functionMemory,
    Map<String, Integer> reservedConcurrency,
    boolean snapStart,
    Map<String, String> environmentVariables) {
  private static final int MIN_MEMORY = 128;
  private static final int MAX_MEMORY = 10_240;

  static FunctionSettings of(SettingReader reader, KnownNames names) {
    return new FunctionSettings(
        runtime(reader.of("lambdaRuntime", "java21")),
        reader.of("lambdaArchitecture", "arm64").oneOf("arm64", "x86_64"),
        reader.of("lambdaMemory", "1024").number(MIN_MEMORY, MAX_MEMORY, "megabytes"),
        perFunction(
            reader.object("functionMemory", "api", "2048"),
            names.functions(),
            MIN_MEMORY,
            MAX_MEMORY),
        perFunction(reader.object("reservedConcurrency", "api", "50"), names.functions(), 0, 1000),
        reader.of("snapStart", "true").flag(),
        environmentVariables(reader));
  }

  /** Returns the megabytes of a function. */
  public int memoryOf(String function) {
    return functionMemory.getOrDefault(function, memory);
  }

  /** Returns a runtime that the provider knows, which would refuse others for each function. */
  private static String runtime(Setting setting) {
    String runtime = setting.matching("java(2[1-9]|[3-9]\\d)", "java21 or a newer Java of Lambda");
    if (Arrays.stream(Runtime.values()).noneMatch(known -> known.getValue().equals(runtime))) {
      throw setting.invalid(
          "java21, since version %s of Pulumi's AWS provider knows no newer one (7.14 is the first with java25)"
              .formatted(Utilities.getVersion()));
    }
    return runtime;
  }

  private static Map<String, Integer> perFunction(
      Setting setting, Set<String> functions, int min, int max) {
    String expected =
        String.format(
            Locale.ROOT,
            "an object of numbers from %d to %d by function: %s",
            min,
            max,
            String.join(", ", functions));
    Map<String, Integer> numbers = new TreeMap<>();
    setting
        .textByName()
        .forEach(
            (function, text) -> {
              if (!functions.contains(function) || !text.matches("\\d{1,5}")) {
                throw setting.invalid(expected);
              }
              numbers.put(function, Integer.parseInt(text));
            });
    if (numbers.values().stream().anyMatch(number -> number < min || number > max)) {
      throw setting.invalid(expected);
    }
    return Map.copyOf(numbers);
  }

  private static Map<String, String> environmentVariables(SettingReader reader) {
    Setting setting = reader.object("environmentVariables", "NAME", "value");
    Map<String, String> variables = setting.textByName();
    // Lambda reserves these names, and would refuse them only in the middle of a deployment.
    if (variables.keySet().stream()
        .anyMatch(name -> !name.matches("(?!AWS_|LAMBDA_)[A-Za-z][A-Za-z0-9_]+"))) {
      throw setting.invalid(
          "an object with names of letters, digits and _, except names that Lambda reserves");
    }
    FunctionChecks.ofOwnVariables(setting, variables);
    return variables;
  }
}
