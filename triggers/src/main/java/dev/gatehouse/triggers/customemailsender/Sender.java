package dev.gatehouse.triggers.customemailsender;

import dev.gatehouse.triggers.SettingInvalid;
import dev.gatehouse.triggers.messages.PlainAddress;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Holds in whose name mails are sent.
 *
 * @param from an address, or a name before an address in angle brackets
 * @param identity the ARN of the SES identity that vouches for it
 * @param region where that identity is
 * @param replyTo where answers go, if not to the sender
 * @param configurationSet SES's own name for how bounces are reported, if there is one
 */
record Sender(
    String from,
    String identity,
    String region,
    @Nullable String replyTo,
    @Nullable String configurationSet) {

  private static final String FROM_ADDRESS = "FROM_ADDRESS";
  private static final String SES_IDENTITY_ARN = "SES_IDENTITY_ARN";
  private static final String REPLY_TO = "REPLY_TO";
  private static final String SES_CONFIGURATION_SET = "SES_CONFIGURATION_SET";

  private static final Pattern IDENTITY =
      Pattern.compile("arn:aws[a-z-]*:ses:([a-z0-9-]+):[0-9]{12}:identity/\\S{1,320}");

  /** The name in ASCII, since SES takes others only in an encoding that nobody would type. */
  private static final Pattern NAMED = Pattern.compile("[ !#-;=?-~]{1,100} <([^<>]+)>");

  /**
   * Reads the sender from the environment.
   *
   * @throws SettingInvalid if a variable is missing or malformed
   */
  static Sender from(Map<String, String> environment) {
    String identity = environment.getOrDefault(SES_IDENTITY_ARN, "");
    Matcher arn = IDENTITY.matcher(identity);
    if (!arn.matches()) {
      throw new SettingInvalid(SES_IDENTITY_ARN, "must be the ARN of an SES identity");
    }
    return new Sender(
        fromAddress(environment.getOrDefault(FROM_ADDRESS, "")),
        identity,
        arn.group(1),
        replyTo(environment.get(REPLY_TO)),
        configurationSet(environment.get(SES_CONFIGURATION_SET)));
  }

  private static String fromAddress(String from) {
    Matcher named = NAMED.matcher(from);
    if (!PlainAddress.is(named.matches() ? named.group(1) : from)) {
      throw new SettingInvalid(
          FROM_ADDRESS, "must be an address, or a name in ASCII and <the address>");
    }
    return from;
  }

  private static @Nullable String replyTo(@Nullable String address) {
    if (address != null && !PlainAddress.is(address)) {
      throw new SettingInvalid(REPLY_TO, "must be an address such as help@example.com");
    }
    return address;
  }

  private static @Nullable String configurationSet(@Nullable String name) {
    if (name != null && !name.matches("[A-Za-z0-9_-]{1,64}")) {
      throw new SettingInvalid(
          SES_CONFIGURATION_SET, "must be 1 to 64 letters, digits, hyphens or underscores");
    }
    return name;
  }
}
