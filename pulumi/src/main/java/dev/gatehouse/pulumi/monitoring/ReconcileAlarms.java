package dev.gatehouse.pulumi.monitoring;

import com.pulumi.resources.Resource;
import dev.gatehouse.pulumi.functions.FunctionModule;
import dev.gatehouse.pulumi.functions.ReconcileSchedule;
import dev.gatehouse.pulumi.monitoring.Alarm.Evaluation;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.Locale;

/** The alarms for the passes of reconcile. */
final class ReconcileAlarms {
  private static final int MINUTES_AN_HOUR = 60;

  private ReconcileAlarms() {}

  static void add(MetricAlarms alarms, StackConfig config, Resource parent) {
    alarms.add(
        parent,
        Alarm.ticket(
            "users-not-copied",
            "Reconcile could not write a missing row: the users table refused it.",
            Measure.of(Metric.ofFunctions(config, "UsersNotCopied")),
            1,
            Evaluation.ONE_PERIOD));
    alarms.add(parent, overdue(config));
    alarms.add(parent, notStarted(config));
    alarms.add(parent, deadLetters(config));
  }

  /** Each run writes the age, so the last one of an hour tells. */
  private static Alarm overdue(StackConfig config) {
    return Alarm.ticket(
        "reconcile-overdue",
        String.format(
            Locale.ROOT,
            "Reconcile has not reached every user for %d hours: the codes in its log group say why"
                + " it stops.",
            config.reconcileMaxAgeHours()),
        Measure.of(Metric.ofFunctions(config, "ReconcilePassAge").with("Maximum")),
        config.reconcileMaxAgeHours() * MINUTES_AN_HOUR,
        Evaluation.ONE_HOUR);
  }

  private static Alarm notStarted(StackConfig config) {
    return Alarm.ticket(
            "reconcile-not-started",
            "The schedule of reconcile has not called it for an hour, though it does so every"
                + " quarter of an hour.",
            Measure.of(
                Metric.ofFunction(
                    config, FunctionModule.RECONCILE.functionName(), "Invocations", "Sum")),
            1,
            Evaluation.ONE_HOUR)
        .below();
  }

  private static Alarm deadLetters(StackConfig config) {
    return Alarm.ticket(
        ReconcileSchedule.DEAD_LETTER_QUEUE_NAME,
        "The schedule could not call reconcile: a message of the dead-letter queue says why.",
        Measure.of(
            Metric.ofQueue(
                config,
                ReconcileSchedule.DEAD_LETTER_QUEUE_NAME,
                "ApproximateNumberOfMessagesVisible")),
        1,
        Evaluation.ONE_PERIOD);
  }
}
