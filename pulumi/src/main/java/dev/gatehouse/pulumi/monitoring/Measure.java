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
 * @param added a metric added to the first
 * @param whole the metrics whose sum is 100 percent; empty for a number
 * @param atLeast the sum of {@code whole} below which the percentage says nothing and counts as 0
 */
record Measure(
    Metric metric,
    @Nullable Metric expected,
    @Nullable Metric added,
    List<Metric> whole,
    int atLeast) {
  private static final String COUNTED = "counted";

  /** Copies the list. */
  Measure {
    whole = List.copyOf(whole);
  }

  static Measure of(Metric metric) {
    return new Measure(metric, null, null, List.of(), 0);
  }

  /** Returns the same measure without these intended errors. */
  Measure minus(Metric expectedErrors) {
    return new Measure(metric, expectedErrors, added, whole, atLeast);
  }

  /** Returns the same measure and another metric, which may have no data. */
  Measure plus(Metric other) {
    return new Measure(metric, expected, other, whole, atLeast);
  }

  /**
   * Returns the metric in percent of the sum of these metrics, of which the first has data whenever
   * anything happens.
   */
  Measure percentOf(Metric... all) {
    return new Measure(metric, expected, added, List.of(all), atLeast);
  }

  /** Returns the same percentage, 0 while it is of fewer than this. */
  Measure ofAtLeast(int minimum) {
    return new Measure(metric, expected, added, whole, minimum);
  }

  /** Returns whether the measure is just its metric. */
  boolean isMetric() {
    return expected == null && added == null && whole.isEmpty();
  }

  /** Returns the metrics of the expression by id, each once, since AWS charges for each. */
  Map<String, Metric> metrics() {
    Map<String, Metric> metrics = new TreeMap<>(Map.of(COUNTED, metric));
    if (expected != null) {
      metrics.put("expected", expected);
    }
    if (added != null) {
      metrics.put("added", added);
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
    String part =
        COUNTED
            + (expected == null ? "" : " - FILL(expected, 0)")
            + (added == null ? "" : " + FILL(added, 0)");
    if (whole.isEmpty()) {
      return part;
    }
    StringBuilder sum = new StringBuilder(id(0));
    for (int i = 1; i < whole.size(); i++) {
      sum.append(" + FILL(").append(id(i)).append(", 0)");
    }
    String percent = "100 * (%s) / (%s)".formatted(part, sum);
    return atLeast == 0
        ? percent
        : String.format(Locale.ROOT, "IF((%s) >= %d, %s, 0)", sum, atLeast, percent);
  }

  /** Returns the label of the expression's graph. */
  String label() {
    String parts =
        metric.name()
            + (expected == null ? "" : " without " + expected.name())
            + (added == null ? "" : " and " + added.name());
    return whole.isEmpty() ? parts : parts + ", percent";
  }

  private String id(int index) {
    return whole.get(index).equals(metric) ? COUNTED : String.format(Locale.ROOT, "whole%d", index);
  }
}
