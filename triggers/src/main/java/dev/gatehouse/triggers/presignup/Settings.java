package dev.gatehouse.triggers.presignup;

import dev.gatehouse.triggers.SettingInvalid;
import java.util.Map;

/** Reads who may sign up from the environment, once, at the start of the function. */
final class Settings {
  private static final String MODE = "EMAIL_MODE";
  private static final String ALLOW = "EMAIL_ALLOW";
  private static final String DENY = "EMAIL_DENY";

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
