package dev.gatehouse.pulumi.alarms;

import static dev.gatehouse.pulumi.plan.RecordedPlan.text;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.TreeMap;

/**
 * A metric of an alarm.
 *
 * @param stat a statistic, or a percentile
 */
record AlarmedMetric(
    String namespace, String name, String stat, int periodSeconds, Map<String, String> dimensions) {

  static AlarmedMetric of(JsonObject metric, String stat) {
    Map<String, String> dimensions = new TreeMap<>();
    if (metric.has("dimensions")) {
      metric
          .getAsJsonObject("dimensions")
          .asMap()
          .forEach((name, value) -> dimensions.put(name, value.getAsString()));
    }
    return new AlarmedMetric(
        text(metric, "namespace"),
        text(metric, "metricName"),
        stat,
        metric.get("period").getAsInt(),
        dimensions);
  }

  /** Returns the value of a dimension, without the prefix of the stack; blank if there is none. */
  String dimension(String dimension) {
    return dimensions.getOrDefault(dimension, "").replace("gatehouse-local-", "");
  }

  /** Returns another metric with the same dimensions. */
  AlarmedMetric named(String other) {
    return new AlarmedMetric(namespace, other, stat, periodSeconds, dimensions);
  }

  /** Returns a count of things that happen so many times a day. */
  double perPeriod(double perDay) {
    return perDay * periodSeconds / 86_400;
  }
}
