package dev.gatehouse.pulumi.monitoring;

import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.Map;
import java.util.TreeMap;

/**
 * A metric of CloudWatch with a statistic.
 *
 * @param stat a statistic like Sum, or a percentile like p99
 */
record Metric(String namespace, String name, String stat, Map<String, String> dimensions) {
  /** The namespace of the functions' own metrics. */
  private static final String GATEHOUSE = "Gatehouse";

  /** Copies the dimensions, in alphabetical order. */
  Metric {
    dimensions = new TreeMap<>(dimensions);
  }

  static Metric of(String namespace, String name, String stat) {
    return new Metric(namespace, name, stat, Map.of());
  }

  /** Returns a count that the functions of the stack write themselves. */
  static Metric ofFunctions(StackConfig config, String name) {
    return of(GATEHOUSE, name, "Sum").by("stack", config.prefix());
  }

  /** Returns a metric of Lambda for one function. */
  static Metric ofFunction(StackConfig config, String function, String name, String stat) {
    return of("AWS/Lambda", name, stat).by("FunctionName", config.named(function));
  }

  /** Returns a metric of API Gateway for the stage. */
  static Metric ofApi(StackConfig config, String name, String stat) {
    return of("AWS/ApiGateway", name, stat)
        .by("ApiName", config.named("api"))
        .by("Stage", config.restApi().stageName());
  }

  /** Returns a metric of SQS for one queue. */
  static Metric ofQueue(StackConfig config, String queue, String name) {
    return of("AWS/SQS", name, "Maximum").by("QueueName", config.named(queue));
  }

  /** Returns the same metric with another statistic. */
  Metric with(String other) {
    return new Metric(namespace, name, other, dimensions);
  }

  /** Returns the same metric with one more dimension. */
  Metric by(String dimension, String value) {
    Map<String, String> more = new TreeMap<>(dimensions);
    more.put(dimension, value);
    return new Metric(namespace, name, stat, more);
  }

  boolean isPercentile() {
    return stat.startsWith("p");
  }
}
