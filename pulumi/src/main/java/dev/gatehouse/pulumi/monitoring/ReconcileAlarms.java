package dev.gatehouse.pulumi.monitoring;

import com.pulumi.resources.Resource;
import dev.gatehouse.pulumi.functions.FunctionModule;
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
    ScheduleAlarms.add(alarms, config, parent, FunctionModule.RECONCILE);
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
}
