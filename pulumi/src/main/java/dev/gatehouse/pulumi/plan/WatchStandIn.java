package dev.gatehouse.pulumi.plan;

import java.util.Map;
import java.util.Set;

/** Answers for what watches over the account. */
final class WatchStandIn {
  private static final String ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
  private static final String DASHBOARD = "aws:cloudwatch/dashboard:Dashboard";
  private static final String RULE = "aws:cloudwatch/eventRule:EventRule";
  private static final String TOPIC = "aws:sns/topic:Topic";
  private static final String SUBSCRIPTION = "aws:sns/topicSubscription:TopicSubscription";
  private static final String TOLD =
      "aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination";
  private static final Set<String> KNOWN =
      Set.of(ALARM, DASHBOARD, RULE, TOPIC, SUBSCRIPTION, TOLD);

  private final Arns arns;

  WatchStandIn(Arns arns) {
    this.arns = arns;
  }

  static boolean knows(String type) {
    return KNOWN.contains(type);
  }

  Map<String, String> computed(Declared it) {
    return switch (it.type()) {
      case ALARM -> withArn(it.physicalName(), "cloudwatch", "alarm:" + it.physicalName());
      case RULE -> withArn(it.physicalName(), "events", "rule/" + it.physicalName());
      case TOPIC -> {
        String arn = arns.arn("sns", it.physicalName());
        yield Map.of("id", arn, "arn", arn);
      }
      case SUBSCRIPTION -> {
        String arn = "%s:%s".formatted(it.input("topic"), Arns.uuid(it.urn()));
        yield Map.of("id", arn, "arn", arn);
      }
      case DASHBOARD ->
          Map.of(
              "id", it.input("dashboardName"),
              "dashboardArn",
                  arns.globalArn("cloudwatch", "dashboard/" + it.input("dashboardName")));
      case TOLD ->
          Map.of(
              "id",
              "%s|%s"
                  .formatted(it.input("configurationSetName"), it.input("eventDestinationName")));
      default -> throw StandIn.unknown(it);
    };
  }

  private Map<String, String> withArn(String id, String service, String resource) {
    return Map.of("id", id, "arn", arns.arn(service, resource));
  }
}
