package dev.gatehouse.pulumi.mail;

import com.pulumi.aws.ses.ConfigurationSet;
import com.pulumi.aws.ses.EventDestination;
import com.pulumi.aws.ses.EventDestinationArgs;
import com.pulumi.aws.ses.inputs.EventDestinationCloudwatchDestinationArgs;
import com.pulumi.aws.ses.inputs.EventDestinationSnsDestinationArgs;
import com.pulumi.resources.CustomResourceOptions;
import dev.gatehouse.pulumi.settings.StackConfig;

/** The event destinations of a configuration set: metrics, and a topic for failures. */
final class SesEventDestinations {
  private static final String[] FAILURES = {"bounce", "complaint", "reject"};
  private static final String[] COUNTED = {"bounce", "complaint", "delivery", "reject", "send"};

  private SesEventDestinations() {}

  static void of(StackConfig config, ConfigurationSet set, CustomResourceOptions inside) {
    new EventDestination(
        "mail-metrics",
        EventDestinationArgs.builder()
            .name("metrics")
            .configurationSetName(set.name())
            .enabled(true)
            .matchingTypes(COUNTED)
            .cloudwatchDestinations(
                EventDestinationCloudwatchDestinationArgs.builder()
                    .dimensionName("ses:configuration-set")
                    .valueSource("messageTag")
                    .defaultValue("none")
                    .build())
            .build(),
        inside);
    String topic = config.sender().eventsTopicArn();
    if (!topic.isEmpty()) {
      new EventDestination(
          "mail-failures",
          EventDestinationArgs.builder()
              .name("failures")
              .configurationSetName(set.name())
              .enabled(true)
              .matchingTypes(FAILURES)
              .snsDestination(EventDestinationSnsDestinationArgs.builder().topicArn(topic).build())
              .build(),
          inside);
    }
  }
}
