package dev.gatehouse.pulumi;

import com.pulumi.aws.sns.Topic;
import com.pulumi.aws.sns.TopicArgs;
import com.pulumi.aws.sns.TopicSubscription;
import com.pulumi.aws.sns.TopicSubscriptionArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.List;

/** Is where alarms go: a topic that is there, one made for an address, or nowhere. */
record AlarmTopic(Output<List<String>> arns) {

  static AlarmTopic of(StackConfig config, Resource parent) {
    String existing = config.watched().topicArn();
    if (!existing.isEmpty()) {
      return new AlarmTopic(Output.of(List.of(existing)));
    }
    String email = config.watched().address();
    return new AlarmTopic(email.isEmpty() ? Output.of(List.of()) : mailedTo(email, config, parent));
  }

  private static Output<List<String>> mailedTo(String email, StackConfig config, Resource parent) {
    CustomResourceOptions inside = CustomResourceOptions.builder().parent(parent).build();
    // Not encrypted: CloudWatch may not use AWS's own key, and an alarm names no person.
    Topic topic =
        new Topic("alarms", TopicArgs.builder().name(config.named("alarms")).build(), inside);
    new TopicSubscription(
        "alarms",
        TopicSubscriptionArgs.builder()
            .topic(topic.arn())
            .protocol("email")
            .endpoint(email)
            .build(),
        inside);
    return topic.arn().applyValue(List::of);
  }
}
