package dev.gatehouse.pulumi.settings;

import dev.gatehouse.messages.PlainAddress;
import dev.gatehouse.messages.SenderAddress;
import dev.gatehouse.pulumi.address.MailAddresses;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the sender of mails.
 *
 * @param byFunction whether a function sends the mails instead of Cognito
 * @param identityArn an existing SES identity, blank if the stack creates one
 * @param managedDomain the domain of an SES identity that the stack creates, blank if one exists
 * @param from an address that the identity may send as, with or without a display name
 * @param configurationSet an existing configuration set, blank if the stack creates one
 * @param requireTls whether the configuration set of the stack delivers over TLS only
 * @param eventsTopicArn the SNS topic for bounces and complaints, blank for none
 * @param mailFrom the name of the custom MAIL FROM domain, below the managed domain
 * @param dmarcPolicy the policy of the managed domain's DMARC record, {@link #NO_DMARC} for none
 * @param identityPolicy whether the stack sets a policy on the identity that allows Cognito to send
 */
public record SenderSettings(
    boolean byFunction,
    String identityArn,
    String managedDomain,
    String from,
    String replyTo,
    String configurationSet,
    boolean requireTls,
    String eventsTopicArn,
    String mailFrom,
    String dmarcPolicy,
    boolean identityPolicy) {
  /** The policies that DMARC has. */
  public static final List<String> DMARC_POLICIES = List.of("none", "quarantine", "reject");

  /** No DMARC record. */
  public static final String NO_DMARC = "off";

  private static final int REGION = 3;

  private static final Pattern IDENTITY =
      Pattern.compile(
          "arn:aws[a-z-]*:ses:(?<region>[a-z0-9-]+):\\d{12}:identity/(?<name>[^/\\s]+)");

  /** A coarse pattern of an email address; SES checks it fully. */
  static final String EMAIL_ADDRESS = "[^<>@\\s]+@[^<>@\\s]+";

  /**
   * Reads the settings. The default sender is the address of the identity, or no-reply at its
   * domain.
   */
  static SenderSettings of(SettingReader reader) {
    boolean byFunction =
        reader.of("emailSending", "cognito").oneOf("cognito", "lambda").equals("lambda");
    Setting domain = reader.of("sesDomain", "example.com");
    Setting arn = identityArn(reader);
    Setting policy = reader.of("sesIdentityPolicy", "false");
    boolean identityPolicy = policy.flag() && !byFunction;
    String identity = domain.blankOr(DomainSettings.HOST, "a domain in lower case");
    if (identity.isEmpty()) {
      identity = existingIdentity(arn, identityPolicy ? DomainSettings.region(reader) : "", policy);
    } else if (arn.isSet()) {
      throw domain.superfluous("since emailAddressArn is set too");
    }
    return new SenderSettings(
        byFunction,
        arn.value(),
        domain.value(),
        sendableAs(identity, reader.of("from", "no-reply@example.com")),
        replyTo(reader.of("replyTo", "help@example.com")),
        configurationSet(reader)
            .blankOr("[A-Za-z0-9_-]{1,64}", "the name of a configuration set of SES"),
        requireTls(reader),
        topic(reader),
        reader.of("sesMailFrom", "bounce").matching(DomainSettings.LABEL, "a label of a host name"),
        reader.of("sesDmarc", NO_DMARC).oneOf("none", "quarantine", "reject", NO_DMARC),
        identityPolicy);
  }

  /** Returns a sentence for each setting that is missing. */
  static Stream<String> missing(SettingReader reader) {
    Setting arn = identityArn(reader);
    return arn.isSet() || reader.of("sesDomain", "").isSet()
        ? Stream.empty()
        : Stream.of(arn.missing() + ", or pulumi config set sesDomain example.com");
  }

  private static Setting configurationSet(SettingReader reader) {
    return reader.of("sesConfigurationSet", "mail");
  }

  private static boolean requireTls(SettingReader reader) {
    Setting setting = reader.of("sesRequireTls", "false");
    boolean required = setting.flag();
    if (required && configurationSet(reader).isSet()) {
      throw setting.invalid("false, since sesConfigurationSet has a TLS policy of its own");
    }
    return required;
  }

  private static Setting identityArn(SettingReader reader) {
    return reader.of("emailAddressArn", "arn:aws:ses:us-east-1:123456789012:identity/example.com");
  }

  /** Returns whether the stack creates the identity. */
  public boolean isManaged() {
    return !managedDomain.isEmpty();
  }

  /** Returns whether the stack creates the configuration set. */
  public boolean hasOwnConfigurationSet() {
    return configurationSet.isEmpty();
  }

  /** Returns the region of the identity and of its configuration set. */
  public String region(String stackRegion) {
    return isManaged() ? stackRegion : identityArn.split(":", -1)[REGION];
  }

  private static String existingIdentity(Setting arn, String region, Setting policy) {
    Matcher identity = IDENTITY.matcher(arn.matching(".*", "set"));
    if (!identity.matches()) {
      throw arn.invalid("the ARN of an SES identity, a domain or an address");
    }
    if (!region.isEmpty() && !region.equals(identity.group("region"))) {
      throw policy.invalid(
          "false, since the identity is in %s and the stack in %s"
              .formatted(identity.group("region"), region));
    }
    return identity.group("name");
  }

  private static String replyTo(Setting setting) {
    String address = MailAddresses.withALabels(setting.value());
    if (setting.isSet() && !PlainAddress.matches(address)) {
      throw setting.invalid("an email address such as help@example.com");
    }
    return address;
  }

  private static String topic(SettingReader reader) {
    Setting topic = reader.of("mailEventsTopicArn", "arn:aws:sns:us-east-1:123456789012:mail");
    if (topic.isSet() && configurationSet(reader).isSet()) {
      throw topic.superfluous("since sesConfigurationSet has event destinations of its own");
    }
    return topic.blankOr(MonitoringSettings.TOPIC, "the ARN of an SNS topic");
  }

  private static String sendableAs(String identity, Setting from) {
    boolean single = identity.contains("@");
    Setting sender = from.orElse(single ? identity : "no-reply@" + identity);
    String value = mailbox(from, sender.value());
    String bare = SenderAddress.address(value);
    if (!(single ? equalIgnoringCase(bare, identity) : isAtDomain(bare, identity))) {
      throw from.invalid((single ? "the address of the identity, " : "at the domain ") + identity);
    }
    return value;
  }

  private static String mailbox(Setting from, String text) {
    @Nullable String mailbox = MailAddresses.mailbox(text);
    if (mailbox == null || !SenderAddress.matches(mailbox)) {
      throw from.invalid(
          "an email address, or a name, in quotes if it has a comma, and <the address>");
    }
    return mailbox;
  }

  private static boolean equalIgnoringCase(String address, String identity) {
    return address.toLowerCase(Locale.ROOT).equals(identity.toLowerCase(Locale.ROOT));
  }

  private static boolean isAtDomain(String address, String domain) {
    String host = address.substring(address.indexOf('@') + 1).toLowerCase(Locale.ROOT);
    return ("." + host).endsWith("." + domain.toLowerCase(Locale.ROOT));
  }
}
