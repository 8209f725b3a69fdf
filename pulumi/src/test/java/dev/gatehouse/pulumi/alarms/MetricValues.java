package dev.gatehouse.pulumi.alarms;

import java.util.OptionalDouble;

/** The values of CloudWatch's metrics over a day. */
interface MetricValues {
  /**
   * Returns the value of a metric in a period.
   *
   * @param minute the start of the period, in minutes from midnight
   * @return empty if the metric has no data
   */
  OptionalDouble value(AlarmedMetric metric, int minute);
}
