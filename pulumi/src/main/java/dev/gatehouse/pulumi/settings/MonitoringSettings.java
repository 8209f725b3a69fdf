package dev.gatehouse.pulumi.settings;

/**
 * The settings of alarms and dashboard.
 *
 * @param alarms whether the stack has alarms and a dashboard
 * @param topicArn an existing SNS topic for alarms, blank for none
 * @param emailAddress the subscriber of a new topic for alarms, blank for none
 */
public record MonitoringSettings(boolean alarms, String topicArn, String emailAddress) {
  /** The pattern of the ARN of an SNS topic. */
  static final String TOPIC = "arn:aws[a-z-]*:sns:[a-z0-9-]+:\\d{12}:[A-Za-z0-9_-]{1,256}";

  static MonitoringSettings of(SettingReader reader) {
    Setting topic = reader.of("alarmTopicArn", "arn:aws:sns:us-east-1:123456789012:alarms");
    Setting address = reader.of("alarmEmail", "ops@example.com");
    if (topic.isSet() && address.isSet()) {
      throw address.superfluous("since alarmTopicArn is set too");
    }
    return new MonitoringSettings(
        reader.of("alarms", "true").flag(),
        topic.blankOr(TOPIC, "the ARN of an SNS topic"),
        address.blankOr(SenderSettings.EMAIL_ADDRESS, "an email address"));
  }
}
