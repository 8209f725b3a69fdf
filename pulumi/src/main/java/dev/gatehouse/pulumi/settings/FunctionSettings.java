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
 * @param newVersionPercent the share of calls that a new version gets, 100 for all
 * @param primingRounds how often a function is called in its process before a snapshot
 * @param deployment a word that makes new versions when it changes, blank for none
 */
public record FunctionSettings(
    String runtime,
    String architecture,
    int memory,
    Map<String, Integer> functionMemory,
    Map<String, Integer> reservedConcurrency,
    boolean snapStart,
    Map<String, String> environmentVariables,
    String deployment,
    int newVersionPercent,
    int primingRounds) {
  /**
   * Below, a function with the AWS SDK has too little memory, and its share of a CPU is too small.
   */
  private static final int MIN_MEMORY = 256;

  private static final int MAX_MEMORY = 10_240;

  /** The concurrency of a new account, and the most that the setting takes. */
  private static final int ACCOUNT_MINIMUM = 10;

  private static final int MAX_CONCURRENCY = 1_000_000;

  /**
   * What Lambda keeps unreserved, by
   * docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html.
   */
  private static final int UNRESERVED = 100;

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
        reservedConcurrency(reader, names),
        reader.of("snapStart", "true").flag(),
        environmentVariables(reader),
        reader
            .of("deployment", "2")
            .blankOr("[A-Za-z0-9_.-]{1,32}", "letters, digits, _ . -, at most 32"),
        reader.of("newVersionPercent", "10").number(1, 100, "percent"),
        reader.of("primingRounds", "400").number(0, 9999, "rounds"));
  }

  /** Returns the megabytes of a function. */
  public int memoryOf(String function) {
    return functionMemory.getOrDefault(function, memory);
  }

  /** Returns the reserved concurrency, which must leave others of the account's functions some. */
  private static Map<String, Integer> reservedConcurrency(SettingReader reader, KnownNames names) {
    int account =
        reader.of("lambdaConcurrency", "1000").number(ACCOUNT_MINIMUM, MAX_CONCURRENCY, "");
    Setting setting = reader.object("reservedConcurrency", "api", "50");
    Map<String, Integer> reserved = perFunction(setting, names.functions(), 0, account);
    int most = Math.max(account - UNRESERVED, 0);
    if (reserved.values().stream().mapToInt(it -> it).sum() > most) {
      throw setting.invalid(
          String.format(
              Locale.ROOT,
              "at most %d in all, since Lambda keeps %d of the account's %d (lambdaConcurrency) for"
                  + " other functions",
              most,
              UNRESERVED,
              account));
    }
    return reserved;
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
