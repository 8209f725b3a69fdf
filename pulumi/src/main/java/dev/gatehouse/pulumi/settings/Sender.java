package dev.gatehouse.pulumi.settings;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Is who mails come from, and who sends them.
 *
 * @param byFunction whether a function of ours sends them, instead of Cognito
 * @param identityArn an identity of SES that is there already, blank if the stack makes one
 * @param madeDomain the domain that the stack makes an identity of SES, blank if there is one
 * @param from an address that SES lets the identity send as, with or without a name
 * @param configurationSet one that is there already, blank if there is none
 * @param eventsTopicArn the SNS topic that is told of bounces and complaints, blank for none
 * @param identityPolicy whether a policy on the identity lets Cognito in
 */
public record Sender(
    boolean byFunction,
    String identityArn,
    String madeDomain,
    String from,
    String replyTo,
    String configurationSet,
    String eventsTopicArn,
    boolean identityPolicy) {
  private static final Pattern IDENTITY =
      Pattern.compile(
          "arn:aws[a-z-]*:ses:(?<region>[a-z0-9-]+):\\d{12}:identity/(?<name>[^/\\s]+)");

  /** Is what an address has to look like here; SES looks closer. */
  static final String BARE = "[^<>@\\s]+@[^<>@\\s]+";

  private static final Pattern ADDRESS =
      Pattern.compile("[^<>]*<(?<inside>%s)>|(?<bare>%s)".formatted(BARE, BARE));

  /**
   * Checks the settings against one another; without a sender of its own, the stack sends as the
   * identity itself, or as no-reply at its domain.
   */
  static Sender of(Keys keys) {
    boolean byFunction =
        keys.of("emailSending", "cognito").oneOf("cognito", "lambda").equals("lambda");
    Setting made = keys.of("sesDomain", "example.com");
    Setting arn =
        keys.of("emailAddressArn", "arn:aws:ses:us-east-1:123456789012:identity/example.com");
    Setting policy = keys.of("sesIdentityPolicy", "false");
    boolean letIn = policy.flag() && !byFunction;
    String identity = made.blankOr(Domain.HOST, "a domain in small letters");
    if (identity.isEmpty()) {
      identity = given(arn, letIn ? Domain.region(keys) : "", policy);
    } else if (arn.isSet()) {
      throw made.refused("blank, since emailAddressArn is set too");
    }
    return new Sender(
        byFunction,
        arn.value(),
        made.value(),
        sendableAs(identity, keys.of("from", "no-reply@example.com")),
        keys.of("replyTo", "help@example.com").blankOr(BARE, "an address"),
        keys.of("sesConfigurationSet", "mail")
            .blankOr("[A-Za-z0-9_-]{1,64}", "the name of a configuration set of SES"),
        topic(keys, made),
        letIn);
  }

  /** Returns whether the stack makes the identity itself. */
  public boolean isMade() {
    return !madeDomain.isEmpty();
  }

  private static String given(Setting arn, String region, Setting policy) {
    Matcher identity = IDENTITY.matcher(arn.matching(".*", "set"));
    if (!identity.matches()) {
      throw arn.refused("the ARN of an SES identity, a domain or an address");
    }
    if (!region.isEmpty() && !region.equals(identity.group("region"))) {
      throw policy.refused(
          "false, since the identity is in %s and the stack in %s"
              .formatted(identity.group("region"), region));
    }
    return identity.group("name");
  }

  private static String topic(Keys keys, Setting made) {
    Setting topic = keys.of("mailEventsTopicArn", "arn:aws:sns:us-east-1:123456789012:mail");
    if (topic.isSet() && !made.isSet()) {
      throw topic.refused(
          "blank, since only an identity made here, with sesDomain, tells of events");
    }
    return topic.blankOr(Watched.TOPIC, "the ARN of an SNS topic");
  }

  private static String sendableAs(String identity, Setting from) {
    boolean single = identity.contains("@");
    String value = from.orElse(single ? identity : "no-reply@" + identity).value();
    Matcher address = ADDRESS.matcher(value);
    if (!address.matches()) {
      throw from.refused("an address, or a name with the address in < >");
    }
    String bare = address.group("bare") == null ? address.group("inside") : address.group("bare");
    if (!(single ? same(bare, identity) : belongs(bare, identity))) {
      throw from.refused((single ? "the address of the identity, " : "at the domain ") + identity);
    }
    return value;
  }

  private static boolean same(String address, String identity) {
    return address.toLowerCase(Locale.ROOT).equals(identity.toLowerCase(Locale.ROOT));
  }

  private static boolean belongs(String address, String domain) {
    String host = address.substring(address.indexOf('@') + 1).toLowerCase(Locale.ROOT);
    return ("." + host).endsWith("." + domain.toLowerCase(Locale.ROOT));
  }
}
