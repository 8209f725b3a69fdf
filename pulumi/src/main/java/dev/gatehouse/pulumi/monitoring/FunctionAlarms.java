package dev.gatehouse.pulumi.monitoring;

import dev.gatehouse.pulumi.functions.FunctionModule;
import dev.gatehouse.pulumi.functions.JavaFunction;
import dev.gatehouse.pulumi.monitoring.Alarm.Evaluation;
import dev.gatehouse.pulumi.monitoring.Alarm.Urgency;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The alarms of one function: errors, throttles and duration. A function that people wait for is
 * measured in percent of its invocations, since one failure among thousands needs nobody; each
 * failure of another one counts.
 */
final class FunctionAlarms {
  /** The share of the timeout at which the alarm for the duration goes off. */
  private static final double NEAR = 0.8;

  private static final int COGNITO_TIMEOUT_SECONDS = 5;

  /** The functions that nobody waits for. */
  private static final Set<String> IN_BACKGROUND =
      Set.of(
          FunctionModule.CANARY.functionName(),
          FunctionModule.DEFERRED_USERS.functionName(),
          FunctionModule.POOL_EXPORT.functionName(),
          FunctionModule.PROFILE_PICTURE.functionName(),
          FunctionModule.RECONCILE.functionName());

  /** The metrics that count the refusals of functions that refuse with an exception. */
  private static final Map<String, String> REFUSALS =
      Map.of(
          FunctionModule.PRE_SIGN_UP.functionName(), "SignUpsRefused",
          FunctionModule.CUSTOM_MESSAGE.functionName(), "AddressChangesRefused");

  private final StackConfig config;
  private final String name;
  private final int timeoutSeconds;
  private final boolean inBackground;

  private FunctionAlarms(StackConfig config, JavaFunction function) {
    this.config = config;
    this.name = function.name();
    this.timeoutSeconds = function.timeoutSeconds();
    this.inBackground = IN_BACKGROUND.contains(name);
  }

  static void add(MetricAlarms alarms, StackConfig config, JavaFunction function) {
    FunctionAlarms added = new FunctionAlarms(config, function);
    alarms.add(function, added.errors());
    alarms.add(function, added.throttles());
    if (!added.usesAllItsTime()) {
      alarms.add(function, added.duration());
    }
    StartAlarms.add(alarms, config, function);
    if (added.isSender()) {
      alarms.add(function, added.eventsDropped());
      alarms.add(function, added.eventsWaiting());
    }
  }

  /**
   * Lambda counts a thrown refusal as an error. The two counts of one invocation may fall into two
   * periods, which looks like one error too many in one period, but not in two.
   */
  private Alarm errors() {
    String refusals = REFUSALS.get(name);
    Measure errors = Measure.of(metric("Errors"));
    if (refusals != null) {
      errors = errors.minus(Metric.ofFunctions(config, refusals));
    }
    return alarm(
        "errors",
        "failed or timed out: look for level ERROR in its log group.",
        inBackground ? errors : errors.percentOf(metric("Invocations")));
  }

  private Alarm throttles() {
    Measure throttles = Measure.of(metric("Throttles"));
    return alarm(
        "throttles",
        "was throttled by Lambda: raise the account's concurrency or the function's own.",
        inBackground
            ? throttles
            // Lambda does not count a throttled request as an invocation.
            : throttles.percentOf(metric("Invocations"), metric("Throttles")));
  }

  /** One percent of the calls of a function that people wait for, or one call of another. */
  private Alarm alarm(String kind, String happened, Measure measure) {
    return new Alarm(
        name + "-" + kind,
        "%s%s %s"
            .formatted(inBackground ? "" : "One call in a hundred or more of ", name, happened),
        measure,
        1,
        inBackground ? Evaluation.ONE_PERIOD : Evaluation.TWO_OF_THREE,
        inBackground ? Urgency.TICKET : Urgency.PAGE);
  }

  /** A background function may run once a day, so one slow invocation is enough. */
  private Alarm duration() {
    return Alarm.ticket(
        name + "-duration",
        String.format(
                Locale.ROOT,
                "The slowest invocations of %s come near its timeout of %d seconds.",
                name,
                timeoutSeconds)
            + (timeoutSeconds < COGNITO_TIMEOUT_SECONDS
                ? " Cognito waits five seconds, then invokes it again."
                : ""),
        Measure.of(Metric.ofFunction(config, name, "Duration", "p99")),
        NEAR * 1000 * timeoutSeconds,
        inBackground ? Evaluation.ONE_HOUR : Evaluation.TWO_OF_THREE);
  }

  /** Reconcile and the export stop before their timeout, and continue in their next run. */
  private boolean usesAllItsTime() {
    return name.equals(FunctionModule.RECONCILE.functionName())
        || name.equals(FunctionModule.POOL_EXPORT.functionName());
  }

  private boolean isSender() {
    return name.equals(FunctionModule.CUSTOM_EMAIL_SENDER.functionName());
  }

  /** Lambda drops an event after its last retry or at its maximum age; nothing keeps it. */
  private Alarm eventsDropped() {
    return Alarm.page(
        name + "-events-dropped",
        "Lambda gave up codes that custom-email-sender could not send: people ask for new ones.",
        Measure.of(metric("AsyncEventsDropped")),
        1,
        Evaluation.TWO_OF_THREE);
  }

  private Alarm eventsWaiting() {
    return Alarm.page(
        name + "-events-waiting",
        "Codes wait five minutes or longer for custom-email-sender.",
        Measure.of(Metric.ofFunction(config, name, "AsyncEventAge", "Maximum")),
        5 * 60 * 1000,
        Evaluation.TWO_OF_THREE);
  }

  private Metric metric(String counted) {
    return Metric.ofFunction(config, name, counted, "Sum");
  }
}
