package dev.gatehouse.pulumi.settings;

/**
 * Is whether somebody watches over the stack, and who is told.
 *
 * @param alarms whether there are alarms and a dashboard
 * @param topicArn an SNS topic that is there already, blank if there is none
 * @param address who gets mail about alarms, through a topic of the stack's own; blank for nobody
 */
public record Watched(boolean alarms, String topicArn, String address) {
  static final String TOPIC = "arn:aws[a-z-]*:sns:[a-z0-9-]+:\\d{12}:[A-Za-z0-9_-]{1,256}";

  static Watched of(Keys keys) {
    Setting topic = keys.of("alarmTopicArn", "arn:aws:sns:us-east-1:123456789012:alarms");
    Setting address = keys.of("alarmEmail", "ops@example.com");
    if (topic.isSet() && address.isSet()) {
      throw address.refused("blank, since alarmTopicArn is set too");
    }
    return new Watched(
        keys.of("alarms", "true").flag(),
        topic.blankOr(TOPIC, "the ARN of an SNS topic"),
        address.blankOr(Sender.BARE, "an address"));
  }
}
