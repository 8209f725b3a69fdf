package dev.gatehouse.pulumi.monitoring;

/**
 * Cognito's metrics of the app client.
 *
 * @param id the id of the user pool
 */
record PoolMetrics(String id, String clientId) {
  /** Returns a metric with a statistic. */
  Metric metric(String name, String stat) {
    return Metric.of("AWS/Cognito", name, stat).by("UserPool", id).by("UserPoolClient", clientId);
  }
}
