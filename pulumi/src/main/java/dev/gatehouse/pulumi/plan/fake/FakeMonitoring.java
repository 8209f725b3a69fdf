package dev.gatehouse.pulumi.plan.fake;

import static dev.gatehouse.pulumi.plan.fake.FakeIdentifiers.physicalName;
import static dev.gatehouse.pulumi.plan.fake.FakeIdentifiers.uuid;

import dev.gatehouse.pulumi.plan.engine.RegisteredResource;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The computed outputs of alarms, budgets, dashboards, event rules, topics and destinations. */
final class FakeMonitoring {
  private static final String ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
  private static final String DASHBOARD = "aws:cloudwatch/dashboard:Dashboard";
  private static final String BUDGET = "aws:budgets/budget:Budget";
  private static final String ANOMALY_MONITOR = "aws:costexplorer/anomalyMonitor:AnomalyMonitor";
  private static final String ANOMALIES =
      "aws:costexplorer/anomalySubscription:AnomalySubscription";
  private static final String FILTER = "aws:cloudwatch/logMetricFilter:LogMetricFilter";
  private static final String RULE = "aws:cloudwatch/eventRule:EventRule";
  private static final String TOPIC = "aws:sns/topic:Topic";
  private static final String SUBSCRIPTION = "aws:sns/topicSubscription:TopicSubscription";
  private static final String EVENT_DESTINATION =
      "aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination";
  private static final Set<String> SUPPORTED =
      Set.of(
          ANOMALIES,
          ANOMALY_MONITOR,
          BUDGET,
          ALARM,
          DASHBOARD,
          FILTER,
          RULE,
          TOPIC,
          SUBSCRIPTION,
          EVENT_DESTINATION);

  private final FakeIdentifiers ids;

  FakeMonitoring(FakeIdentifiers ids) {
    this.ids = ids;
  }

  static boolean supports(String type) {
    return SUPPORTED.contains(type);
  }

  Map<String, String> outputs(RegisteredResource it) {
    return switch (it.type()) {
      case ALARM -> withArn(physicalName(it), "cloudwatch", "alarm:" + physicalName(it));
      case ANOMALIES, ANOMALY_MONITOR -> {
        String arn =
            ids.globalArn("ce", it.type().replaceAll(".*:", "").toLowerCase(Locale.ROOT))
                + "/"
                + uuid(it.urn());
        yield Map.of("id", arn, "arn", arn);
      }
      case BUDGET ->
          Map.of(
              "id",
              "%s:%s".formatted(ids.account(), physicalName(it)),
              "arn",
              ids.globalArn("budgets", "budget/" + physicalName(it)));
      case FILTER -> Map.of("id", physicalName(it));
      case RULE -> withArn(physicalName(it), "events", "rule/" + physicalName(it));
      case TOPIC -> {
        String arn = ids.arn("sns", physicalName(it));
        yield Map.of("id", arn, "arn", arn);
      }
      case SUBSCRIPTION -> {
        String arn = "%s:%s".formatted(it.input("topic"), uuid(it.urn()));
        yield Map.of("id", arn, "arn", arn);
      }
      case DASHBOARD ->
          Map.of(
              "id", it.input("dashboardName"),
              "dashboardArn",
                  ids.globalArn("cloudwatch", "dashboard/" + it.input("dashboardName")));
      case EVENT_DESTINATION ->
          Map.of(
              "id",
              "%s|%s"
                  .formatted(it.input("configurationSetName"), it.input("eventDestinationName")));
      default -> throw FakeProvider.unsupported(it);
    };
  }

  private Map<String, String> withArn(String id, String service, String resource) {
    return Map.of("id", id, "arn", ids.arn(service, resource));
  }
}
