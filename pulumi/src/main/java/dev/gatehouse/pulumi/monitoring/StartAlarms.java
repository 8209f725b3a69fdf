package dev.gatehouse.pulumi.monitoring;

import com.pulumi.aws.cloudwatch.LogMetricFilter;
import com.pulumi.aws.cloudwatch.LogMetricFilterArgs;
import com.pulumi.aws.cloudwatch.inputs.LogMetricFilterMetricTransformationArgs;
import com.pulumi.resources.CustomResourceOptions;
import dev.gatehouse.pulumi.functions.FunctionModule;
import dev.gatehouse.pulumi.functions.JavaFunction;
import dev.gatehouse.pulumi.monitoring.Alarm.Evaluation;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.Set;

/**
 * The alarms for calls that may be too slow for Cognito. Lambda's metric Duration has no time of a
 * start, so a metric filter takes it from the report that Lambda logs for each call.
 */
final class StartAlarms {
  /** Cognito waits five seconds for these functions, a start included. */
  static final Set<String> AWAITED =
      Set.of(
          FunctionModule.PRE_SIGN_UP.functionName(),
          FunctionModule.CUSTOM_MESSAGE.functionName(),
          FunctionModule.POST_CONFIRMATION.functionName());

  private static final int COGNITO_TIMEOUT_MS = 5000;

  private StartAlarms() {}

  /** Declares metric filter and alarm of a function that Cognito waits for. */
  static void add(MetricAlarms alarms, StackConfig config, JavaFunction function) {
    if (!AWAITED.contains(function.name())) {
      return;
    }
    filter(config, function);
    alarms.add(
        function,
        Alarm.ticket(
            function.name() + "-cognito-timeout",
            "The slowest start and the slowest call of %s in five minutes, which may be two calls,"
                    .formatted(function.name())
                + " take five seconds together: Cognito may have called it again.",
            Measure.of(Metric.ofFunction(config, function.name(), "Duration", "Maximum"))
                .plus(metric(config, function.name())),
            COGNITO_TIMEOUT_MS,
            Evaluation.ONE_PERIOD));
  }

  /** Returns the slowest start: a restore of a snapshot, or else an init. */
  static Metric metric(StackConfig config, String function) {
    return Metric.of(namespace(config, function), name(config), "Maximum");
  }

  /** A metric filter cannot write the name of its function as a dimension. */
  private static String namespace(StackConfig config, String function) {
    return "Gatehouse/" + config.named(function);
  }

  private static String name(StackConfig config) {
    return config.functions().snapStart() ? "RestoreDuration" : "InitDuration";
  }

  private static void filter(StackConfig config, JavaFunction function) {
    String field =
        config.functions().snapStart()
            ? "$.record.metrics.restoreDurationMs"
            : "$.record.metrics.initDurationMs";
    new LogMetricFilter(
        function.name() + "-start",
        LogMetricFilterArgs.builder()
            .name(config.named(function.name() + "-start"))
            .logGroupName(function.logGroup())
            .pattern("{ ($.type = \"platform.report\") && (%s > 0) }".formatted(field))
            .metricTransformation(
                LogMetricFilterMetricTransformationArgs.builder()
                    .namespace(namespace(config, function.name()))
                    .name(name(config))
                    .value(field)
                    .unit("Milliseconds")
                    .build())
            .build(),
        CustomResourceOptions.builder().parent(function).build());
  }
}
