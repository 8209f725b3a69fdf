package dev.gatehouse.pulumi;

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

/** Makes alarms that all tell the same topic when they go off, and when it is over. */
final class Alarms {
  private final StackConfig config;
  private final AlarmTopic topic;
  private final List<Output<String>> made = new ArrayList<>();

  Alarms(StackConfig config, AlarmTopic topic) {
    this.config = config;
    this.topic = topic;
  }

  /** Makes an alarm inside this component. */
  void add(Resource parent, Alarm alarm) {
    MetricAlarmArgs.Builder args =
        MetricAlarmArgs.builder()
            .name(config.named(alarm.name()))
            .alarmDescription(alarm.says())
            .comparisonOperator("GreaterThanOrEqualToThreshold")
            .threshold(alarm.threshold())
            .evaluationPeriods(alarm.when().of())
            .datapointsToAlarm(alarm.when().periods())
            // Nobody signing up is no trouble.
            .treatMissingData("notBreaching")
            .alarmActions(topic.arns())
            .okActions(topic.arns());
    Metric without = alarm.without();
    MetricAlarmArgs watching =
        without == null ? watching(args, alarm) : watching(args, alarm, without);
    CustomResourceOptions inside = CustomResourceOptions.builder().parent(parent).build();
    made.add(new MetricAlarm(alarm.name(), watching, inside).arn());
  }

  /** Returns the ARNs of all alarms so far. */
  Output<List<String>> arns() {
    return Output.all(made);
  }

  private static MetricAlarmArgs watching(MetricAlarmArgs.Builder args, Alarm alarm) {
    Metric metric = alarm.metric();
    args.namespace(metric.namespace())
        .metricName(metric.name())
        .dimensions(metric.dimensions())
        .period(alarm.when().seconds());
    return (metric.isPercentile()
            ? args.extendedStatistic(metric.stat())
            : args.statistic(metric.stat()))
        .build();
  }

  private static MetricAlarmArgs watching(
      MetricAlarmArgs.Builder args, Alarm alarm, Metric without) {
    return args.metricQueries(
            MetricAlarmMetricQueryArgs.builder()
                .id("rest")
                // Where nothing was counted there is no data, not 0.
                .expression("counted - FILL(expected, 0)")
                .label(alarm.metric().name() + " without " + without.name())
                .returnData(true)
                .build(),
            query("counted", alarm.metric(), alarm.when()),
            query("expected", without, alarm.when()))
        .build();
  }

  private static MetricAlarmMetricQueryArgs query(String id, Metric metric, Alarm.Lasting when) {
    return MetricAlarmMetricQueryArgs.builder()
        .id(id)
        .metric(
            MetricAlarmMetricQueryMetricArgs.builder()
                .namespace(metric.namespace())
                .metricName(metric.name())
                .dimensions(metric.dimensions())
                .stat(metric.stat())
                .period(when.seconds())
                .build())
        .build();
  }
}
