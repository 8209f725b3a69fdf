package dev.gatehouse.pulumi;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Is who mails come from: an identity of SES and an address that SES lets it send as.
 *
 * @param identityPolicy whether a policy on the identity lets Cognito in
 */
record Sender(String identityArn, String from, boolean identityPolicy) {
  private static final Pattern IDENTITY =
      Pattern.compile(
          "arn:aws[a-z-]*:ses:(?<region>[a-z0-9-]+):\\d{12}:identity/(?<name>[^/\\s]+)");
  private static final Pattern ADDRESS =
      Pattern.compile("[^<>]*<(?<inside>[^<>@\\s]+@[^<>@\\s]+)>|(?<bare>[^<>@\\s]+@[^<>@\\s]+)");

  /**
   * Checks the settings against one another; without a sender of its own, the stack sends as the
   * identity itself, or as no-reply at its domain.
   */
  static Sender of(Setting arn, Setting from, Setting identityPolicy, String region) {
    Matcher identity = IDENTITY.matcher(arn.matching(".*", "set"));
    if (!identity.matches()) {
      throw arn.refused("the ARN of an SES identity, a domain or an address");
    }
    if (identityPolicy.flag() && !region.equals(identity.group("region"))) {
      throw identityPolicy.refused(
          "false, since the identity is in %s and the stack in %s"
              .formatted(identity.group("region"), region));
    }
    return new Sender(arn.value(), sendableAs(identity.group("name"), from), identityPolicy.flag());
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
