package dev.gatehouse.pulumi.api;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogMetricFilter;
import com.pulumi.aws.cloudwatch.LogMetricFilterArgs;
import com.pulumi.aws.cloudwatch.inputs.LogMetricFilterMetricTransformationArgs;
import com.pulumi.resources.CustomResourceOptions;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.Map;

/**
 * The count of requests that got 429, of which API Gateway has no metric: a filter of the access
 * log. CloudWatch takes dimensions from the line only, so each line has the name of the stack.
 */
final class ThrottledRequests {
  private ThrottledRequests() {}

  static void count(StackConfig config, LogGroup group, CustomResourceOptions options) {
    new LogMetricFilter(
        "api-throttled",
        LogMetricFilterArgs.builder()
            .name(config.named("api-throttled"))
            .logGroupName(group.name())
            .pattern("{ $.status = \"429\" }")
            .metricTransformation(
                LogMetricFilterMetricTransformationArgs.builder()
                    .namespace("Gatehouse")
                    .name("RequestsThrottled")
                    .value("1")
                    .dimensions(Map.of("stack", "$.stack"))
                    .build())
            .build(),
        options);
  }
}
