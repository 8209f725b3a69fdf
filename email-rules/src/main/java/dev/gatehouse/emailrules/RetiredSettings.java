package dev.gatehouse.emailrules;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names and words of earlier versions, with their replacements. */
final class RetiredSettings {
  private static final Map<String, String> NAMES =
      Map.of(
          "MODE", "is retired: set ALLOWLIST to off, log or reject",
          "SEPARATORS", "is retired: remove it, a sub-address begins at +, = or #",
          "MAX_LENGTH", "is retired: remove it, an address has at most 128 octets",
          "MX_TIMEOUT_MS", "is retired: remove it, the lookup takes at most 800 milliseconds");

  /** The words of earlier versions, each with the word that replaces it. */
  private static final Map<String, String> WORDS =
      Map.of(
          "open", "off",
          "allow", "off",
          "alabel", "off",
          "allowlist", "reject",
          "block", "reject",
          "check", "reject",
          "on", "reject");

  private RetiredSettings() {}

  /** Throws {@link InvalidRuleSetting} if one of the settings has a retired name. */
  static void refuseNames(Map<String, String> settings) {
    NAMES.forEach(
        (name, reason) -> {
          @Nullable String value = settings.get(name);
          if (value != null) {
            throw new InvalidRuleSetting(name, value, reason);
          }
        });
  }

  /** Returns the replacement of a retired word as the end of a sentence, or an empty text. */
  static String replacement(String word) {
    if (word.equals("unique")) {
      return ": for one account per mailbox set ONE_ACCOUNT_PER_MAILBOX to true";
    }
    if (word.equals("ulabel")) {
      return ": write off, which accepts A-labels (xn--) only";
    }
    @Nullable String replacement = WORDS.get(word);
    return replacement == null ? "" : ": write " + replacement + " instead of " + word;
  }
}
