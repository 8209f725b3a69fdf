package dev.gatehouse.pulumi.settings;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The settings of alarms and dashboard.
 *
 * @param alarms whether the stack has alarms and a dashboard
 * @param topicArn an existing SNS topic for alarms that a person must look at now, blank for none
 * @param emailAddress the subscriber of a new topic for alarms, blank for none
 * @param ticketTopicArn an existing SNS topic for alarms that can wait, blank for the other one
 * @param regionTopicArns existing SNS topics for the alarms of other regions, by region
 * @param monthlyBudget the dollars that the account may cost a month, 0 for no budget
 * @param canaryPassword the password of the canary's user, blank for no canary
 */
public record MonitoringSettings(
    boolean alarms,
    String topicArn,
    String emailAddress,
    String ticketTopicArn,
    Map<String, String> regionTopicArns,
    int monthlyBudget,
    String canaryPassword) {
  /** The pattern of the ARN of an SNS topic. */
  static final String TOPIC = "arn:aws[a-z-]*:sns:[a-z0-9-]+:\\d{12}:[A-Za-z0-9_-]{1,256}";

  private static final int REGION = 3;
  private static final int MAX_DOLLARS = 100_000_000;

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
        inRegion(reader.of("ticketTopicArn", "arn:aws:sns:us-east-1:123456789012:tickets"), reader),
        regionTopics(reader, otherRegions(reader)),
        monthlyBudget(reader),
        canaryPassword(reader));
  }

  /** Returns whether a function does on a schedule what users do. */
  public boolean hasCanary() {
    return !canaryPassword.isEmpty();
  }

  /** Returns a sentence for each region where users are protected and nobody would hear of it. */
  static Stream<String> missing(SettingReader reader) {
    boolean needed =
        alarms(reader).value().equals("true")
            && reader.of("protectData", "true").value().equals("true");
    Setting address = address(reader);
    if (!needed || address.isSet()) {
      return Stream.empty();
    }
    return topic(reader).isSet()
        ? missingTopics(reader)
        : Stream.of(
            address.missing()
                + ", or "
                + topic(reader).command()
                + ", or pulumi config set alarms false");
  }

  private static Stream<String> missingTopics(SettingReader reader) {
    String configured = regionTopics(reader, "us-east-1").value();
    return otherRegions(reader).stream()
        .filter(region -> !configured.contains("\"" + region + "\""))
        .map(region -> regionTopics(reader, region).missing(region));
  }

  /** Returns the budget, of which somebody must hear. */
  private static int monthlyBudget(SettingReader reader) {
    Setting setting = reader.of("monthlyBudget", "500");
    int dollars = setting.number(0, MAX_DOLLARS, "dollars");
    if (dollars > 0 && !address(reader).isSet() && !topic(reader).isSet()) {
      throw setting.refused(
          "needs somebody who hears of it", "pulumi config set alarmEmail ops@example.com");
    }
    return dollars;
  }

  private static String canaryPassword(SettingReader reader) {
    int shortest =
        Integer.parseInt(reader.of("passwordMinimumLength", "8").matching("\\d+", "set"));
    return reader
        .of("canaryPassword", "--secret Correct-horse-9")
        .blankOr(
            "(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9])[!-~]{" + shortest + ",99}",
            "a password that the pool takes: passwordMinimumLength visible characters, a digit,"
                + " small and capital letters");
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

  /**
   * Returns the regions of alarms beside the one of the stack, since an alarm is where its metric
   * is: of CloudFront's certificates, and of mails.
   */
  private static Set<String> otherRegions(SettingReader reader) {
    Set<String> regions = new TreeSet<>();
    boolean edge =
        reader.of("endpointType", "EDGE").value().equals("EDGE")
            && !reader.of("customDomain", "false").value().equals("false");
    if (edge || reader.of("hostedDomain", "auth.example.com").isSet()) {
      regions.add(DomainSettings.CLOUDFRONT_CERTIFICATE_REGION);
    }
    String[] identity = reader.of("emailAddressArn", "").value().split(":", -1);
    if (identity.length > REGION) {
      regions.add(identity[REGION]);
    }
    regions.remove(DomainSettings.region(reader));
    return regions;
  }

  private static Setting regionTopics(SettingReader reader, String region) {
    return reader.object(
        "regionTopicArns", region, "arn:aws:sns:%s:123456789012:alarms".formatted(region));
  }

  private static Map<String, String> regionTopics(SettingReader reader, Set<String> regions) {
    String some = regions.stream().findFirst().orElse("us-east-1");
    Setting setting = regionTopics(reader, some);
    Map<String, String> topics = new TreeMap<>(setting.textByName());
    topics.forEach(
        (region, arn) -> {
          if (!regions.contains(region)) {
            throw regions.isEmpty()
                ? setting.superfluous("since all alarms are in the region of the stack")
                : setting.invalid("topics in " + String.join(", ", regions));
          }
          if (!arn.matches(TOPIC) || !arn.split(":", -1)[REGION].equals(region)) {
            throw setting.invalid(
                "the ARN of an SNS topic in %s for that region".formatted(region));
          }
        });
    return Map.copyOf(topics);
  }
}
