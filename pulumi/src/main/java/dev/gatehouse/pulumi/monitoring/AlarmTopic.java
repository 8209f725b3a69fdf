package dev.gatehouse.pulumi.monitoring;

import com.pulumi.aws.sns.Topic;
import com.pulumi.aws.sns.TopicArgs;
import com.pulumi.aws.sns.TopicSubscription;
import com.pulumi.aws.sns.TopicSubscriptionArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.List;

/** The topic that alarms notify: an existing one, one for an email address, or none. */
record AlarmTopic(Output<List<String>> arns) {

  static AlarmTopic of(StackConfig config, Resource parent) {
    String existing = config.monitoring().topicArn();
    if (!existing.isEmpty()) {
      return new AlarmTopic(Output.of(List.of(existing)));
    }
    String email = config.monitoring().emailAddress();
    return new AlarmTopic(email.isEmpty() ? Output.of(List.of()) : forEmail(email, config, parent));
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
