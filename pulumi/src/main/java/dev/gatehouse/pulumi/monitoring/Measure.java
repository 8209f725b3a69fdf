package dev.gatehouse.pulumi.monitoring;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an alarm compares with its threshold: a metric, or a part of it, in percent of others.
 *
 * @param expected a metric subtracted from the first, for errors that are intended
 * @param whole the metrics whose sum is 100 percent; empty for a number
 */
record Measure(Metric metric, @Nullable Metric expected, List<Metric> whole) {
  /** Copies the list. */
  Measure {
    whole = List.copyOf(whole);
  }

  static Measure of(Metric metric) {
    return new Measure(metric, null, List.of());
  }

  /** Returns the same measure without these intended errors. */
  Measure minus(Metric expectedErrors) {
    return new Measure(metric, expectedErrors, whole);
  }

  /**
   * Returns the metric in percent of the sum of these metrics, of which the first has data whenever
   * anything happens.
   */
  Measure percentOf(Metric... all) {
    return new Measure(metric, expected, List.of(all));
  }

  /** Returns whether the measure is just its metric. */
  boolean isMetric() {
    return expected == null && whole.isEmpty();
  }

  /** Returns the metrics of the expression by id. */
  Map<String, Metric> metrics() {
    Map<String, Metric> metrics = new TreeMap<>(Map.of("counted", metric));
    if (expected != null) {
      metrics.put("expected", expected);
    }
    for (int i = 0; i < whole.size(); i++) {
      metrics.put(id(i), whole.get(i));
    }
    return metrics;
  }

  /**
   * Returns the expression of CloudWatch's metric math. A metric without data is missing, not 0.
   */
  String expression() {
    String part = expected == null ? "counted" : "counted - FILL(expected, 0)";
    if (whole.isEmpty()) {
      return part;
    }
    StringBuilder sum = new StringBuilder(id(0));
    for (int i = 1; i < whole.size(); i++) {
      sum.append(" + FILL(").append(id(i)).append(", 0)");
    }
    return "100 * (%s) / (%s)".formatted(part, sum);
  }

  /** Returns the label of the expression's graph. */
  String label() {
    String without = expected == null ? "" : " without " + expected.name();
    return whole.isEmpty()
        ? metric.name() + without
        : "%s%s, percent".formatted(metric.name(), without);
  }

  private static String id(int index) {
    return String.format(Locale.ROOT, "whole%d", index);
  }
}
