package dev.gatehouse.triggers.emailrules;

import dev.gatehouse.triggers.SettingInvalid;
import java.util.Map;

/** Reads who may sign up from the environment, once, at the start of the function. */
final class Settings {
  private static final String MODE = "EMAIL_MODE";
  private static final String ALLOW = "EMAIL_ALLOW";
  private static final String DENY = "EMAIL_DENY";
  private static final String MAX_LENGTH = "EMAIL_MAX_LENGTH";

  /** Cognito's limit for a user name, which the address is in our pool. */
  private static final String OF_A_USER_NAME = "128";

  /** The longest address there is, by RFC 5321. */
  private static final int LONGEST = 254;

  private Settings() {}

  /**
   * Returns the two lists and what becomes of an address on neither.
   *
   * @throws SettingInvalid if a variable is set to what it cannot be
   */
  static AllowAndDeny from(Map<String, String> environment) {
    return new AllowAndDeny(
        list(environment, ALLOW), list(environment, DENY), listedOnly(environment));
  }

  /**
   * Returns the length of the longest address that may sign up, in octets.
   *
   * @throws SettingInvalid if the variable is set to what it cannot be
   */
  static int maxOctets(Map<String, String> environment) {
    int octets;
    try {
      octets = Integer.parseInt(environment.getOrDefault(MAX_LENGTH, OF_A_USER_NAME));
    } catch (NumberFormatException notANumber) {
      octets = 0;
    }
    if (octets < 1 || octets > LONGEST) {
      throw new SettingInvalid(MAX_LENGTH, "must be a number from 1 to " + LONGEST);
    }
    return octets;
  }

  private static boolean listedOnly(Map<String, String> environment) {
    return switch (environment.getOrDefault(MODE, "open")) {
      case "open" -> false;
      case "allowlist" -> true;
      default -> throw new SettingInvalid(MODE, "must be open or allowlist");
    };
  }

  private static AddressList list(Map<String, String> environment, String variable) {
    try {
      return AddressList.parse(environment.getOrDefault(variable, ""));
    } catch (IllegalArgumentException malformed) {
      throw new SettingInvalid(
          variable,
          malformed.getMessage() + " is none of user@example.com, example.com, *.example.com");
    }
  }
}
