package dev.gatehouse.pulumi.monitoring;

import com.pulumi.resources.Resource;
import dev.gatehouse.pulumi.functions.FunctionModule;
import dev.gatehouse.pulumi.monitoring.Alarm.Evaluation;
import dev.gatehouse.pulumi.settings.StackConfig;

/** The alarms of the canary, beside those of every function. */
final class CanaryAlarms {
  private static final String NAME = FunctionModule.CANARY.functionName();
  private static final int FIFTEEN_MINUTES = 15 * 60;

  private CanaryAlarms() {}

  static void add(MetricAlarms alarms, StackConfig config, Resource parent) {
    if (!config.monitoring().hasCanary()) {
      return;
    }
    alarms.add(
        parent,
        Alarm.page(
            NAME + "-failing",
            "The canary failed twice in fifteen minutes: the code in its log group is the step that"
                + " people fail at too.",
            Measure.of(Metric.ofFunction(config, NAME, "Errors", "Sum")),
            1,
            Evaluation.TWO_OF_THREE));
    alarms.add(
        parent,
        Alarm.ticket(
                NAME + "-not-started",
                "The schedule has not called the canary for a quarter of an hour, though it does so"
                    + " every five minutes.",
                Measure.of(Metric.ofFunction(config, NAME, "Invocations", "Sum")),
                1,
                new Evaluation(FIFTEEN_MINUTES, 1, 1))
            .below());
  }
}
