package dev.gatehouse.triggers.customemailsender;

import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import dev.gatehouse.messages.PlainAddress;
import dev.gatehouse.messages.SenderAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The sender of all mails.
 *
 * @param from an address, or a name and an address in angle brackets
 * @param identityArn the ARN of the SES identity that may send from the address
 * @param region the region of the identity
 * @param replyTo the address for replies, or null if it is the sender's
 * @param configurationSet the SES configuration set, or null if there is none
 */
public record SenderSettings(
    String from,
    String identityArn,
    String region,
    @Nullable String replyTo,
    @Nullable String configurationSet) {

  private static final String FROM_ADDRESS = "FROM_ADDRESS";
  private static final String SES_IDENTITY_ARN = "SES_IDENTITY_ARN";
  private static final String REPLY_TO = "REPLY_TO";
  private static final String SES_CONFIGURATION_SET = "SES_CONFIGURATION_SET";

  private static final Pattern IDENTITY_ARN =
      Pattern.compile("arn:aws[a-z-]*:ses:([a-z0-9-]+):[0-9]{12}:identity/\\S{1,320}");

  /**
   * Returns the sender that the settings describe.
   *
   * @throws InvalidSetting if a setting is missing or malformed
   */
  public static SenderSettings from(FunctionSettings settings) {
    String identityArn = settings.optional(SES_IDENTITY_ARN, "");
    Matcher arn = IDENTITY_ARN.matcher(identityArn);
    if (!arn.matches()) {
      throw new InvalidSetting(SES_IDENTITY_ARN, "must be the ARN of an SES identity");
    }
    return new SenderSettings(
        fromAddress(settings.optional(FROM_ADDRESS, "")),
        identityArn,
        arn.group(1),
        replyTo(settings.optional(REPLY_TO)),
        configurationSet(settings.optional(SES_CONFIGURATION_SET)));
  }

  private static String fromAddress(String from) {
    if (!SenderAddress.matches(from)) {
      throw new InvalidSetting(
          FROM_ADDRESS,
          "must be an address, or a name in ASCII, in quotes if it has a comma, and <the address>");
    }
    return from;
  }

  private static @Nullable String replyTo(@Nullable String address) {
    if (address != null && !PlainAddress.matches(address)) {
      throw new InvalidSetting(REPLY_TO, "must be an address such as help@example.com");
    }
    return address;
  }

  private static @Nullable String configurationSet(@Nullable String name) {
    if (name != null && !name.matches("[A-Za-z0-9_-]{1,64}")) {
      throw new InvalidSetting(
          SES_CONFIGURATION_SET, "must be 1 to 64 letters, digits, hyphens or underscores");
    }
    return name;
  }
}
