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
 * The alarms for what SES says by events only: that it accepted a mail and did not send it, since
 * the address is on its suppression list, and that it disabled sending. EventBridge counts what a
 * rule matches, so the rules need no target.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref-ses.html">Events</a>
 */
final class SesEventAlarms {
  private static final String SUPPRESSED = "mail-suppressed";
  private static final String PAUSED = "mail-paused";

  private SesEventAlarms() {}

  /**
   * Declares rules and alarms in the region of the configuration set.
   *
   * @param alarms the alarms of that region
   * @param arn any ARN of the stack, for its partition and account
   */
  static void add(
      MetricAlarms alarms,
      StackConfig config,
      Resource parent,
      Output<String> configurationSet,
      Output<String> arn) {
    CustomResourceOptions inside = alarms.inside(parent);
    rule(
        config,
        SUPPRESSED,
        "Mails that SES did not send to an address on its suppression list",
        configurationSet.applyValue(SesEventAlarms::pattern),
        inside);
    new ConfigurationSetEventDestination(
        SUPPRESSED,
        ConfigurationSetEventDestinationArgs.builder()
            .configurationSetName(configurationSet)
            .eventDestinationName(config.named(SUPPRESSED))
            .eventDestination(arn.applyValue(it -> bounces(it, alarms.region())))
            .build(),
        inside);
    alarms.add(parent, suppressed(config));
    rule(config, PAUSED, "Sending that SES has disabled", Output.of(pausedPattern()), inside);
    alarms.add(parent, paused(config));
  }

  private static void rule(
      StackConfig config,
      String name,
      String description,
      Output<String> pattern,
      CustomResourceOptions inside) {
    new EventRule(
        name,
        EventRuleArgs.builder()
            .name(config.named(name))
            .description(description)
            .eventPattern(pattern)
            .build(),
        inside);
  }

  private static Metric matched(StackConfig config, String rule) {
    return Metric.of("AWS/Events", "MatchedEvents", "Sum").by("RuleName", config.named(rule));
  }

  private static Alarm suppressed(StackConfig config) {
    return Alarm.ticket(
        SUPPRESSED,
        "SES accepts one mail in a hundred or more and does not send it: the addresses are on its"
            + " suppression list.",
        Measure.of(matched(config, SUPPRESSED)).percentOf(Metric.of("AWS/SES", "Send", "Sum")),
        1,
        Alarm.Evaluation.ONE_HOUR);
  }

  private static Alarm paused(StackConfig config) {
    return Alarm.page(
        PAUSED,
        "SES has disabled sending: read AWS's mail about the account, stop the cause, ask for a"
            + " review.",
        Measure.of(matched(config, PAUSED)),
        1,
        Alarm.Evaluation.ONE_PERIOD);
  }

  /**
   * Returns the pattern of the event. AWS does not say whether it comes for the account, for a
   * configuration set or for both, so that it is taken whatever it is for.
   */
  private static String pausedPattern() {
    return object("source", array("aws.ses"), "detail-type", array("Sending Status Disabled"))
        .toString();
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

  private static ConfigurationSetEventDestinationEventDestinationArgs bounces(
      String arn, String region) {
    String[] parts = arn.split(":", 6);
    return ConfigurationSetEventDestinationEventDestinationArgs.builder()
        .enabled(true)
        .matchingEventTypes("BOUNCE")
        .eventBridgeDestination(
            ConfigurationSetEventDestinationEventDestinationEventBridgeDestinationArgs.builder()
                .eventBusArn(
                    "arn:%s:events:%s:%s:event-bus/default".formatted(parts[1], region, parts[4]))
                .build())
        .build();
  }
}
