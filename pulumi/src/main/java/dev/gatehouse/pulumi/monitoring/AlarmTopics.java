package dev.gatehouse.pulumi.monitoring;

import com.pulumi.aws.sns.Topic;
import com.pulumi.aws.sns.TopicArgs;
import com.pulumi.aws.sns.TopicSubscription;
import com.pulumi.aws.sns.TopicSubscriptionArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.gatehouse.pulumi.domain.Regions;
import dev.gatehouse.pulumi.monitoring.Alarm.Urgency;
import dev.gatehouse.pulumi.settings.MonitoringSettings;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The topics that alarms notify, each in the region of its alarms. One for pages is an existing
 * topic, or one for an email address; one for tickets is an existing topic, or the one for pages.
 */
final class AlarmTopics {
  private static final String NAME = "alarms";

  private final StackConfig config;
  private final Regions regions;
  private final Resource parent;
  private final Map<String, Output<List<String>>> created = new TreeMap<>();

  AlarmTopics(StackConfig config, Regions regions, Resource parent) {
    this.config = config;
    this.regions = regions;
    this.parent = parent;
  }

  /** Returns the topic for an urgency in a region, in a list; empty if the stack has none. */
  Output<List<String>> arns(Urgency urgency, String region) {
    String existing = existing(urgency, region);
    if (!existing.isEmpty()) {
      return Output.of(List.of(existing));
    }
    return config.monitoring().emailAddress().isEmpty()
        ? Output.of(List.of())
        : created.computeIfAbsent(region, this::forEmail);
  }

  private String existing(Urgency urgency, String region) {
    MonitoringSettings settings = config.monitoring();
    if (!isOfTheStack(region)) {
      return settings.regionTopicArns().getOrDefault(region, "");
    }
    return urgency == Urgency.TICKET && !settings.ticketTopicArn().isEmpty()
        ? settings.ticketTopicArn()
        : settings.topicArn();
  }

  private Output<List<String>> forEmail(String region) {
    CustomResourceOptions inside = regions.inside(parent, region);
    String name = isOfTheStack(region) ? NAME : NAME + "-" + region;
    // Not encrypted: CloudWatch cannot use the AWS managed key, and alarms have no personal data.
    Topic topic = new Topic(name, TopicArgs.builder().name(config.named(NAME)).build(), inside);
    new TopicSubscription(
        name,
        TopicSubscriptionArgs.builder()
            .topic(topic.arn())
            .protocol("email")
            .endpoint(config.secrets().output("alarmEmail", config.monitoring().emailAddress()))
            .build(),
        inside);
    return topic.arn().applyValue(List::of);
  }

  private boolean isOfTheStack(String region) {
    return region.equals(config.domain().region());
  }
}
