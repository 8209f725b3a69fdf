package dev.gatehouse.pulumi.monitoring;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
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
    return Alarm.ticket(
        NAME,
        "SES accepts one mail in a hundred or more and does not send it: the addresses are on its"
            + " suppression list.",
        Measure.of(metric(config)).percentOf(Metric.of("AWS/SES", "Send", "Sum")),
        1,
        Alarm.Evaluation.ONE_HOUR);
  }

  /** Returns the pattern; the same text in every run, or each run would change the rule. */
  static String pattern(String configurationSet) {
    return object(
            "source",
            array("aws.ses"),
            "detail",
            object(
                "eventType",
                array("Bounce"),
                "bounce",
                // The list of the account, and the one of SES for all accounts.
                object("bounceSubType", array("OnAccountSuppressionList", "Suppressed")),
                "mail",
                object("tags", object("ses:configuration-set", array(configurationSet)))))
        .toString();
  }

  /** Returns an object of names and values, in this order. */
  private static JsonObject object(Object... members) {
    JsonObject object = new JsonObject();
    for (int i = 0; i < members.length; i += 2) {
      object.add((String) members[i], (JsonElement) members[i + 1]);
    }
    return object;
  }

  private static JsonArray array(String... texts) {
    JsonArray array = new JsonArray();
    List.of(texts).forEach(array::add);
    return array;
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
