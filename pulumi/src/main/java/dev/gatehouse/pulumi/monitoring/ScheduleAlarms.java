package dev.gatehouse.pulumi.monitoring;

import com.pulumi.resources.Resource;
import dev.gatehouse.pulumi.functions.FunctionModule;
import dev.gatehouse.pulumi.monitoring.Alarm.Evaluation;
import dev.gatehouse.pulumi.schedule.FunctionSchedule;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.Locale;

/** The alarms for the schedule of one function, which calls it every quarter of an hour. */
record ScheduleAlarms(MetricAlarms alarms, StackConfig config, Resource parent, String function) {
  private static final int MINUTES_AN_HOUR = 60;

  static void add(
      MetricAlarms alarms, StackConfig config, Resource parent, FunctionModule function) {
    ScheduleAlarms added = new ScheduleAlarms(alarms, config, parent, function.functionName());
    alarms.add(parent, added.notStarted());
    alarms.add(parent, added.deadLetters());
  }

  /** Two exports may fail before anybody is told; the exports before them are still there. */
  static Alarm poolExportOverdue(StackConfig config) {
    int hours = 2 * config.recovery().poolExportHours();
    return Alarm.ticket(
        "pool-export-overdue",
        String.format(
            Locale.ROOT,
            "The last complete export of the user pool is older than %d hours: the codes in the log"
                + " group of pool-export say why.",
            hours),
        Measure.of(Metric.ofFunctions(config, "PoolExportAge").with("Maximum")),
        hours * MINUTES_AN_HOUR,
        Evaluation.ONE_HOUR);
  }

  private Alarm notStarted() {
    return Alarm.ticket(
            function + "-not-started",
            "The schedule of %s has not called it for an hour, though it does so every quarter of an hour."
                .formatted(function),
            Measure.of(Metric.ofFunction(config, function, "Invocations", "Sum")),
            1,
            Evaluation.ONE_HOUR)
        .below();
  }

  private Alarm deadLetters() {
    String queue = FunctionSchedule.deadLetterQueueName(function);
    return Alarm.ticket(
        queue,
        "The schedule could not call %s: a message of the dead-letter queue says why."
            .formatted(function),
        Measure.of(Metric.ofQueue(config, queue, "ApproximateNumberOfMessagesVisible")),
        1,
        Evaluation.ONE_PERIOD);
  }
}
