package dev.gatehouse.pulumi.monitoring;

import com.pulumi.aws.sns.Topic;
import com.pulumi.aws.sns.TopicArgs;
import com.pulumi.aws.sns.TopicSubscription;
import com.pulumi.aws.sns.TopicSubscriptionArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.gatehouse.pulumi.monitoring.Alarm.Urgency;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.List;

/**
 * The topics that alarms notify. One for pages is an existing topic, or one for an email address;
 * one for tickets is an existing topic, or the one for pages.
 */
record AlarmTopics(Output<List<String>> pages, Output<List<String>> tickets) {

  static AlarmTopics of(StackConfig config, Resource parent) {
    Output<List<String>> pages = pages(config, parent);
    String tickets = config.monitoring().ticketTopicArn();
    return new AlarmTopics(pages, tickets.isEmpty() ? pages : Output.of(List.of(tickets)));
  }

  /** Returns the topic for an urgency, in a list; empty if the stack has none. */
  Output<List<String>> arns(Urgency urgency) {
    return urgency == Urgency.PAGE ? pages : tickets;
  }

  private static Output<List<String>> pages(StackConfig config, Resource parent) {
    String existing = config.monitoring().topicArn();
    if (!existing.isEmpty()) {
      return Output.of(List.of(existing));
    }
    String email = config.monitoring().emailAddress();
    return email.isEmpty() ? Output.of(List.of()) : forEmail(email, config, parent);
  }

  private static Output<List<String>> forEmail(String email, StackConfig config, Resource parent) {
    CustomResourceOptions inside = CustomResourceOptions.builder().parent(parent).build();
    // Not encrypted: CloudWatch cannot use the AWS managed key, and alarms have no personal data.
    Topic topic =
        new Topic("alarms", TopicArgs.builder().name(config.named("alarms")).build(), inside);
    new TopicSubscription(
        "alarms",
        TopicSubscriptionArgs.builder()
            .topic(topic.arn())
            .protocol("email")
            .endpoint(config.secrets().output("alarmEmail", email))
            .build(),
        inside);
    return topic.arn().applyValue(List::of);
  }
}
