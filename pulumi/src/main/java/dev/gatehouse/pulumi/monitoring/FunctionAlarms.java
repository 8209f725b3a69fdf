package dev.gatehouse.pulumi.monitoring;

import dev.gatehouse.pulumi.functions.FunctionModule;
import dev.gatehouse.pulumi.functions.JavaFunction;
import dev.gatehouse.pulumi.monitoring.Alarm.Evaluation;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.Locale;
import java.util.Map;

/** The alarms of one function: errors, throttles and duration. */
final class FunctionAlarms {
  /** The share of the timeout at which the alarm for the duration goes off. */
  private static final double NEAR = 0.8;

  private static final int COGNITO_TIMEOUT_SECONDS = 5;

  /** The metrics that count the refusals of functions that refuse with an exception. */
  private static final Map<String, String> REFUSALS =
      Map.of(
          FunctionModule.PRE_SIGN_UP.functionName(), "SignUpsRefused",
          FunctionModule.CUSTOM_MESSAGE.functionName(), "AddressChangesRefused");

  private FunctionAlarms() {}

  static void add(MetricAlarms alarms, StackConfig config, JavaFunction function) {
    alarms.add(function, errors(config, function.name()));
    alarms.add(function, throttles(config, function.name()));
    alarms.add(function, duration(config, function));
  }

  /**
   * Lambda counts a thrown refusal as an error. The two counts of one invocation may fall into two
   * periods, which looks like one error too many in one period, but not in two.
   */
  private static Alarm errors(StackConfig config, String name) {
    String refusals = REFUSALS.get(name);
    Alarm alarm =
        Alarm.of(
            name + "-errors",
            "%s failed or timed out: look for level ERROR in its log group.".formatted(name),
            Metric.ofFunction(config, name, "Errors", "Sum"),
            1,
            refusals == null ? Evaluation.ONE_PERIOD : Evaluation.TWO_OF_THREE);
    return refusals == null ? alarm : alarm.minus(Metric.ofFunctions(refusals));
  }

  private static Alarm throttles(StackConfig config, String name) {
    return Alarm.of(
        name + "-throttles",
        "Lambda throttled %s: raise the account's concurrency or the function's own."
            .formatted(name),
        Metric.ofFunction(config, name, "Throttles", "Sum"),
        1,
        Evaluation.ONE_PERIOD);
  }

  private static Alarm duration(StackConfig config, JavaFunction function) {
    int seconds = function.timeoutSeconds();
    return Alarm.of(
        function.name() + "-duration",
        String.format(
                Locale.ROOT,
                "The slowest invocations of %s come near its timeout of %d seconds.",
                function.name(),
                seconds)
            + (seconds < COGNITO_TIMEOUT_SECONDS
                ? " Cognito waits five seconds, then invokes it again."
                : ""),
        Metric.ofFunction(config, function.name(), "Duration", "p99"),
        NEAR * 1000 * seconds,
        Evaluation.TWO_OF_THREE);
  }
}
