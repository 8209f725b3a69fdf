package dev.gatehouse.pulumi.monitoring;

import org.jspecify.annotations.Nullable;

/**
 * The definition of an alarm.
 *
 * @param description the cause and the remedy, as the notification shows them
 * @param expected a metric subtracted from the other, for errors that are intended
 * @param threshold the lowest value that breaches
 */
record Alarm(
    String name,
    String description,
    Metric metric,
    @Nullable Metric expected,
    double threshold,
    Evaluation evaluation) {

  /** The length of a period, and how many of the last periods must breach. */
  record Evaluation(int periodSeconds, int datapointsToAlarm, int evaluationPeriods) {
    static final Evaluation ONE_PERIOD = new Evaluation(300, 1, 1);
    static final Evaluation TWO_OF_THREE = new Evaluation(300, 2, 3);
    static final Evaluation ONE_HOUR = new Evaluation(3600, 1, 1);
  }

  static Alarm of(
      String name, String description, Metric metric, double threshold, Evaluation evaluation) {
    return new Alarm(name, description, metric, null, threshold, evaluation);
  }

  /** Returns the same alarm for the metric minus these intended errors. */
  Alarm minus(Metric expectedErrors) {
    return new Alarm(name, description, metric, expectedErrors, threshold, evaluation);
  }
}
