package dev.gatehouse.pulumi;

import dev.gatehouse.pulumi.Alarm.Lasting;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.Map;

/** Watches one function: whether it fails, is held back, or comes near its end. */
final class FunctionAlarms {
  /** Of the time that a function has; past it, a slow minute of AWS makes it too late. */
  private static final double NEAR = 0.8;

  private static final int COGNITO_WAITS = 5;

  /** What each function that refuses by an exception counts its refusals as. */
  private static final Map<String, String> REFUSED =
      Map.of("pre-sign-up", "SignUpsRefused", "custom-message", "AddressChangesRefused");

  private FunctionAlarms() {}

  static void add(Alarms alarms, StackConfig config, JavaFunction function) {
    String name = function.name();
    Metric errors = of(config, name, "Errors", "Sum");
    Alarm failing = Alarm.of(name + "-errors", failed(name), errors, 1, Lasting.AT_ONCE);
    String refused = REFUSED.get(name);
    alarms.add(function, refused == null ? failing : without(failing, refused));
    alarms.add(
        function,
        Alarm.of(
            name + "-throttles",
            "Lambda turned calls of %s away: raise the account's concurrency".formatted(name)
                + " or the function's own.",
            of(config, name, "Throttles", "Sum"),
            1,
            Lasting.AT_ONCE));
    alarms.add(
        function,
        Alarm.of(
            name + "-duration",
            "The slowest calls of %s come near its %d seconds.".formatted(name, function.seconds())
                + (function.seconds() < COGNITO_WAITS
                    ? " Cognito waits five, then calls again."
                    : ""),
            of(config, name, "Duration", "p99"),
            NEAR * 1000 * function.seconds(),
            Lasting.FOR_A_WHILE));
  }

  static Metric of(StackConfig config, String function, String metric, String stat) {
    return Metric.of("AWS/Lambda", metric, stat).by("FunctionName", config.named(function));
  }

  /**
   * A refusal is thrown, so Lambda counts it as an error. The two counts of one call may fall into
   * two periods, which looks like one error too many once, but not twice.
   */
  private static Alarm without(Alarm failing, String refused) {
    Alarm lasting =
        Alarm.of(
            failing.name(),
            failing.says(),
            failing.metric(),
            failing.threshold(),
            Lasting.FOR_A_WHILE);
    return lasting.without(Metric.counted(refused));
  }

  private static String failed(String function) {
    return "%s failed or ran out of time: look for level ERROR in its log group."
        .formatted(function);
  }
}
