package dev.gatehouse.pulumi.plan.fake;

import static dev.gatehouse.pulumi.plan.fake.FakeIdentifiers.physicalName;
import static dev.gatehouse.pulumi.plan.fake.FakeIdentifiers.uuid;

import dev.gatehouse.pulumi.plan.engine.RegisteredResource;
import java.util.Map;
import java.util.Set;

/** The computed outputs of alarms, dashboards, event rules, topics and event destinations. */
final class FakeMonitoring {
  private static final String ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
  private static final String DASHBOARD = "aws:cloudwatch/dashboard:Dashboard";
  private static final String RULE = "aws:cloudwatch/eventRule:EventRule";
  private static final String TOPIC = "aws:sns/topic:Topic";
  private static final String SUBSCRIPTION = "aws:sns/topicSubscription:TopicSubscription";
  private static final String EVENT_DESTINATION =
      "aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination";
  private static final String LOG_FILTER = "aws:cloudwatch/logMetricFilter:LogMetricFilter";
  private static final Set<String> SUPPORTED =
      Set.of(LOG_FILTER, ALARM, DASHBOARD, RULE, TOPIC, SUBSCRIPTION, EVENT_DESTINATION);

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
      case RULE -> withArn(physicalName(it), "events", "rule/" + physicalName(it));
      case TOPIC -> {
        String arn = ids.arn("sns", physicalName(it));
        yield Map.of("id", arn, "arn", arn);
      }
      case SUBSCRIPTION -> {
        String arn = "%s:%s".formatted(it.input("topic"), uuid(it.urn()));
        yield Map.of("id", arn, "arn", arn);
      }
      case LOG_FILTER -> Map.of("id", physicalName(it));
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
