package dev.gatehouse.pulumi.settings;

import java.util.stream.Stream;

/**
 * The settings of alarms and dashboard.
 *
 * @param alarms whether the stack has alarms and a dashboard
 * @param topicArn an existing SNS topic for alarms that a person must look at now, blank for none
 * @param emailAddress the subscriber of a new topic for alarms, blank for none
 * @param ticketTopicArn an existing SNS topic for alarms that can wait, blank for the other one
 */
public record MonitoringSettings(
    boolean alarms, String topicArn, String emailAddress, String ticketTopicArn) {
  /** The pattern of the ARN of an SNS topic. */
  static final String TOPIC = "arn:aws[a-z-]*:sns:[a-z0-9-]+:\\d{12}:[A-Za-z0-9_-]{1,256}";

  private static final int REGION = 3;

  static MonitoringSettings of(SettingReader reader) {
    Setting topic = topic(reader);
    Setting address = address(reader);
    if (topic.isSet() && address.isSet()) {
      throw address.superfluous("since alarmTopicArn is set too");
    }
    return new MonitoringSettings(
        alarms(reader).flag(),
        inRegion(topic, reader),
        address.blankOr(SenderSettings.EMAIL_ADDRESS, "an email address"),
        inRegion(
            reader.of("ticketTopicArn", "arn:aws:sns:us-east-1:123456789012:tickets"), reader));
  }

  /** Returns a sentence if users are protected and nobody would hear of trouble. */
  static Stream<String> missing(SettingReader reader) {
    boolean needed =
        alarms(reader).value().equals("true")
            && reader.of("protectData", "true").value().equals("true");
    Setting address = address(reader);
    return !needed || address.isSet() || topic(reader).isSet()
        ? Stream.empty()
        : Stream.of(
            address.missing()
                + ", or "
                + topic(reader).command()
                + ", or pulumi config set alarms false");
  }

  private static Setting alarms(SettingReader reader) {
    return reader.of("alarms", "true");
  }

  private static Setting topic(SettingReader reader) {
    return reader.of("alarmTopicArn", "arn:aws:sns:us-east-1:123456789012:alarms");
  }

  private static Setting address(SettingReader reader) {
    return reader.of("alarmEmail", "ops@example.com");
  }

  /** Returns the ARN of a topic; an alarm can notify only topics of its own region. */
  private static String inRegion(Setting topic, SettingReader reader) {
    String arn = topic.blankOr(TOPIC, "the ARN of an SNS topic");
    String region = DomainSettings.region(reader);
    if (!arn.isEmpty() && !arn.split(":", -1)[REGION].equals(region)) {
      throw topic.invalid("a topic in %s, the region of the alarms".formatted(region));
    }
    return arn;
  }
}
