package dev.gatehouse.pulumi.monitoring;

import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import com.pulumi.aws.cloudwatch.inputs.MetricAlarmMetricQueryArgs;
import com.pulumi.aws.cloudwatch.inputs.MetricAlarmMetricQueryMetricArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.gatehouse.pulumi.domain.Regions;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.ArrayList;
import java.util.List;

/** The alarms of the stack, each of which notifies the topic of its urgency. */
final class MetricAlarms {
  private final StackConfig config;
  private final Regions regions;
  private final AlarmTopics topics;
  private final String region;
  private final List<Output<String>> arns;

  MetricAlarms(StackConfig config, Regions regions, Resource parent) {
    this(
        config,
        regions,
        new AlarmTopics(config, regions, parent),
        config.domain().region(),
        new ArrayList<>());
  }

  private MetricAlarms(
      StackConfig config,
      Regions regions,
      AlarmTopics topics,
      String region,
      List<Output<String>> arns) {
    this.config = config;
    this.regions = regions;
    this.topics = topics;
    this.region = region;
    this.arns = arns;
  }

  /** Returns the alarms of a region, where the metrics of its resources are. */
  MetricAlarms in(String other) {
    return new MetricAlarms(config, regions, topics, other, arns);
  }

  /** Returns options for what an alarm needs in the region of the alarms. */
  CustomResourceOptions inside(Resource parent) {
    return regions.inside(parent, region);
  }

  String region() {
    return region;
  }

  /** Declares an alarm inside a component. */
  void add(Resource parent, Alarm alarm) {
    MetricAlarmArgs.Builder args = args(alarm);
    declare(
        parent,
        alarm,
        alarm.measure().isMetric()
            ? metric(args, alarm)
            : args.metricQueries(queries(alarm)).build());
  }

  /** Declares an alarm whose measure has values that are known only once resources exist. */
  void add(Resource parent, Alarm alarm, Output<Measure> measure) {
    declare(
        parent,
        alarm,
        args(alarm).metricQueries(measure.applyValue(it -> queries(alarm.measuring(it)))).build());
  }

  private void declare(Resource parent, Alarm alarm, MetricAlarmArgs args) {
    arns.add(new MetricAlarm(alarm.name(), args, inside(parent)).arn());
  }

  private MetricAlarmArgs.Builder args(Alarm alarm) {
    return MetricAlarmArgs.builder()
        .name(config.named(alarm.name()))
        .alarmDescription(alarm.description())
        .comparisonOperator(alarm.breaches().operator())
        .threshold(alarm.threshold())
        .evaluationPeriods(alarm.evaluation().evaluationPeriods())
        .datapointsToAlarm(alarm.evaluation().datapointsToAlarm())
        .treatMissingData(alarm.breaches().missingData())
        .alarmActions(topics.arns(alarm.urgency(), region))
        .okActions(topics.arns(alarm.urgency(), region));
  }

  /** Returns the ARNs of the alarms declared so far. */
  Output<List<String>> arns() {
    return Output.all(arns);
  }

  private static MetricAlarmArgs metric(MetricAlarmArgs.Builder args, Alarm alarm) {
    Metric metric = alarm.measure().metric();
    args.namespace(metric.namespace())
        .metricName(metric.name())
        .dimensions(metric.dimensions())
        .period(alarm.evaluation().periodSeconds());
    return (metric.isPercentile()
            ? args.extendedStatistic(metric.stat())
            : args.statistic(metric.stat()))
        .build();
  }

  private static List<MetricAlarmMetricQueryArgs> queries(Alarm alarm) {
    List<MetricAlarmMetricQueryArgs> queries = new ArrayList<>();
    queries.add(
        MetricAlarmMetricQueryArgs.builder()
            .id("rest")
            .expression(alarm.measure().expression())
            .label(alarm.measure().label())
            .returnData(true)
            .build());
    alarm
        .measure()
        .metrics()
        .forEach((id, metric) -> queries.add(query(id, metric, alarm.evaluation())));
    return queries;
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
