package dev.gatehouse.pulumi;

import java.util.Map;
import java.util.TreeMap;

/**
 * Is one metric of CloudWatch, and how it is summed up.
 *
 * @param stat a statistic like Sum, or a percentile like p99
 */
record Metric(String namespace, String name, String stat, Map<String, String> dimensions) {
  /** Where the functions count; see docs/flows.md for what. */
  private static final String OURS = "Gatehouse";

  /** Copies the dimensions, in alphabetical order. */
  Metric {
    dimensions = new TreeMap<>(dimensions);
  }

  static Metric of(String namespace, String name, String stat) {
    return new Metric(namespace, name, stat, Map.of());
  }

  /** Returns a count that the functions write themselves. */
  static Metric counted(String name) {
    return of(OURS, name, "Sum");
  }

  Metric by(String dimension, String value) {
    Map<String, String> more = new TreeMap<>(dimensions);
    more.put(dimension, value);
    return new Metric(namespace, name, stat, more);
  }

  boolean isPercentile() {
    return stat.startsWith("p");
  }
}
