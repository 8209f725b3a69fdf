package dev.gatehouse.pulumi.mail;

import com.pulumi.aws.sesv2.ConfigurationSet;
import com.pulumi.aws.sesv2.ConfigurationSetEventDestination;
import com.pulumi.aws.sesv2.ConfigurationSetEventDestinationArgs;
import com.pulumi.aws.sesv2.inputs.ConfigurationSetEventDestinationEventDestinationArgs;
import com.pulumi.aws.sesv2.inputs.ConfigurationSetEventDestinationEventDestinationCloudWatchDestinationArgs;
import com.pulumi.aws.sesv2.inputs.ConfigurationSetEventDestinationEventDestinationCloudWatchDestinationDimensionConfigurationArgs;
import com.pulumi.aws.sesv2.inputs.ConfigurationSetEventDestinationEventDestinationSnsDestinationArgs;
import com.pulumi.resources.CustomResourceOptions;
import dev.gatehouse.pulumi.settings.StackConfig;

/** The event destinations of a configuration set: metrics, and a topic for failures. */
final class SesEventDestinations {
  private static final String[] FAILURES = {"BOUNCE", "COMPLAINT", "REJECT"};
  private static final String[] COUNTED = {"BOUNCE", "COMPLAINT", "DELIVERY", "REJECT", "SEND"};

  private SesEventDestinations() {}

  static void of(StackConfig config, ConfigurationSet set, CustomResourceOptions inRegion) {
    declare("metrics", set, metrics(), inRegion);
    String topic = config.sender().eventsTopicArn();
    if (!topic.isEmpty()) {
      declare("failures", set, failures(topic), inRegion);
    }
  }

  private static void declare(
      String name,
      ConfigurationSet set,
      ConfigurationSetEventDestinationEventDestinationArgs destination,
      CustomResourceOptions inRegion) {
    new ConfigurationSetEventDestination(
        "mail-" + name,
        ConfigurationSetEventDestinationArgs.builder()
            .configurationSetName(set.configurationSetName())
            .eventDestinationName(name)
            .eventDestination(destination)
            .build(),
        inRegion);
  }

  private static ConfigurationSetEventDestinationEventDestinationArgs metrics() {
    return ConfigurationSetEventDestinationEventDestinationArgs.builder()
        .enabled(true)
        .matchingEventTypes(COUNTED)
        .cloudWatchDestination(
            ConfigurationSetEventDestinationEventDestinationCloudWatchDestinationArgs.builder()
                .dimensionConfigurations(
                    ConfigurationSetEventDestinationEventDestinationCloudWatchDestinationDimensionConfigurationArgs
                        .builder()
                        .dimensionName("ses:configuration-set")
                        .dimensionValueSource("MESSAGE_TAG")
                        .defaultDimensionValue("none")
                        .build())
                .build())
        .build();
  }

  private static ConfigurationSetEventDestinationEventDestinationArgs failures(String topic) {
    return ConfigurationSetEventDestinationEventDestinationArgs.builder()
        .enabled(true)
        .matchingEventTypes(FAILURES)
        .snsDestination(
            ConfigurationSetEventDestinationEventDestinationSnsDestinationArgs.builder()
                .topicArn(topic)
                .build())
        .build();
  }
}
