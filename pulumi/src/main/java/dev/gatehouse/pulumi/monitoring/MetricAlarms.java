package dev.gatehouse.pulumi.monitoring;

import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import com.pulumi.aws.cloudwatch.inputs.MetricAlarmMetricQueryArgs;
import com.pulumi.aws.cloudwatch.inputs.MetricAlarmMetricQueryMetricArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.ArrayList;
import java.util.List;

/** The alarms of the stack, which all notify the same topic. */
final class MetricAlarms {
  private final StackConfig config;
  private final AlarmTopic topic;
  private final List<Output<String>> arns = new ArrayList<>();

  MetricAlarms(StackConfig config, AlarmTopic topic) {
    this.config = config;
    this.topic = topic;
  }

  /** Declares an alarm inside a component. */
  void add(Resource parent, Alarm alarm) {
    MetricAlarmArgs.Builder args =
        MetricAlarmArgs.builder()
            .name(config.named(alarm.name()))
            .alarmDescription(alarm.description())
            .comparisonOperator("GreaterThanOrEqualToThreshold")
            .threshold(alarm.threshold())
            .evaluationPeriods(alarm.evaluation().evaluationPeriods())
            .datapointsToAlarm(alarm.evaluation().datapointsToAlarm())
            // No data means no traffic.
            .treatMissingData("notBreaching")
            .alarmActions(topic.arns())
            .okActions(topic.arns());
    Metric expected = alarm.expected();
    MetricAlarmArgs withMetric =
        expected == null ? metric(args, alarm) : difference(args, alarm, expected);
    CustomResourceOptions inside = CustomResourceOptions.builder().parent(parent).build();
    arns.add(new MetricAlarm(alarm.name(), withMetric, inside).arn());
  }

  /** Returns the ARNs of the alarms declared so far. */
  Output<List<String>> arns() {
    return Output.all(arns);
  }

  private static MetricAlarmArgs metric(MetricAlarmArgs.Builder args, Alarm alarm) {
    Metric metric = alarm.metric();
    args.namespace(metric.namespace())
        .metricName(metric.name())
        .dimensions(metric.dimensions())
        .period(alarm.evaluation().periodSeconds());
    return (metric.isPercentile()
            ? args.extendedStatistic(metric.stat())
            : args.statistic(metric.stat()))
        .build();
  }

  private static MetricAlarmArgs difference(
      MetricAlarmArgs.Builder args, Alarm alarm, Metric expected) {
    return args.metricQueries(
            MetricAlarmMetricQueryArgs.builder()
                .id("rest")
                // A metric without data is missing, not 0.
                .expression("counted - FILL(expected, 0)")
                .label(alarm.metric().name() + " without " + expected.name())
                .returnData(true)
                .build(),
            query("counted", alarm.metric(), alarm.evaluation()),
            query("expected", expected, alarm.evaluation()))
        .build();
  }

  private static MetricAlarmMetricQueryArgs query(
      String id, Metric metric, Alarm.Evaluation evaluation) {
    return MetricAlarmMetricQueryArgs.builder()
        .id(id)
        .metric(
            MetricAlarmMetricQueryMetricArgs.builder()
                .namespace(metric.namespace())
                .metricName(metric.name())
                .dimensions(metric.dimensions())
                .stat(metric.stat())
                .period(evaluation.periodSeconds())
                .build())
        .build();
  }
}
