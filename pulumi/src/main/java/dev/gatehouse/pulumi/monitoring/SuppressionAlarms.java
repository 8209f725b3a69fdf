package dev.gatehouse.pulumi.monitoring;

import com.google.gson.Gson;
import com.pulumi.aws.cloudwatch.EventRule;
import com.pulumi.aws.cloudwatch.EventRuleArgs;
import com.pulumi.aws.sesv2.ConfigurationSetEventDestination;
import com.pulumi.aws.sesv2.ConfigurationSetEventDestinationArgs;
import com.pulumi.aws.sesv2.inputs.ConfigurationSetEventDestinationEventDestinationArgs;
import com.pulumi.aws.sesv2.inputs.ConfigurationSetEventDestinationEventDestinationEventBridgeDestinationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.List;
import java.util.Map;

/**
 * The alarm for mails that SES accepted and did not send, because the address is on its suppression
 * list; no metric of SES counts them.
 */
final class SuppressionAlarms {
  private static final String NAME = "mail-suppressed";

  private SuppressionAlarms() {}

  /**
   * Declares an EventBridge rule for bounces of suppressed addresses. EventBridge counts matched
   * events, so the rule needs no target.
   *
   * @param arn any ARN of the stack, for its partition, region and account
   */
  static void declareEvents(
      StackConfig config, Resource parent, Output<String> configurationSet, Output<String> arn) {
    CustomResourceOptions inside = CustomResourceOptions.builder().parent(parent).build();
    new EventRule(
        NAME,
        EventRuleArgs.builder()
            .name(config.named(NAME))
            .description("Mails that SES did not send to an address on its suppression list")
            .eventPattern(configurationSet.applyValue(SuppressionAlarms::pattern))
            .build(),
        inside);
    new ConfigurationSetEventDestination(
        NAME,
        ConfigurationSetEventDestinationArgs.builder()
            .configurationSetName(configurationSet)
            .eventDestinationName(config.named(NAME))
            .eventDestination(arn.applyValue(SuppressionAlarms::bounces))
            .build(),
        inside);
  }

  static Metric metric(StackConfig config) {
    return Metric.of("AWS/Events", "MatchedEvents", "Sum").by("RuleName", config.named(NAME));
  }

  static Alarm alarm(StackConfig config) {
    return Alarm.of(
        NAME,
        "SES accepted a mail and did not send it: the address is on its suppression list.",
        metric(config),
        1,
        Alarm.Evaluation.ONE_PERIOD);
  }

  private static String pattern(String configurationSet) {
    return new Gson()
        .toJson(
            Map.of(
                "source",
                List.of("aws.ses"),
                "detail",
                Map.of(
                    "eventType",
                    List.of("Bounce"),
                    "bounce",
                    // The list of the account, and the one of SES for all accounts.
                    Map.of("bounceSubType", List.of("OnAccountSuppressionList", "Suppressed")),
                    "mail",
                    Map.of("tags", Map.of("ses:configuration-set", List.of(configurationSet))))));
  }

  private static ConfigurationSetEventDestinationEventDestinationArgs bounces(String arn) {
    String[] parts = arn.split(":", 6);
    return ConfigurationSetEventDestinationEventDestinationArgs.builder()
        .enabled(true)
        .matchingEventTypes("BOUNCE")
        .eventBridgeDestination(
            ConfigurationSetEventDestinationEventDestinationEventBridgeDestinationArgs.builder()
                .eventBusArn(
                    "arn:%s:events:%s:%s:event-bus/default".formatted(parts[1], parts[3], parts[4]))
                .build())
        .build();
  }
}
