package dev.gatehouse.local.cognito.settings;

import dev.gatehouse.local.awsjson.AwsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/** The password policy of a user pool. */
public record PasswordPolicy(
    int minimumLength,
    boolean uppercase,
    boolean lowercase,
    boolean numbers,
    boolean symbols,
    int temporaryValidityDays) {
  private static final String SYMBOLS = "^$*.[]{}()?\"!@#%&/\\,><':;|_~`=+- ";

  static PasswordPolicy of(SettingsReader policy, boolean configured, int validityDays) {
    PasswordPolicy read =
        new PasswordPolicy(
            policy.integer("MinimumLength", 8, 6, 99),
            policy.flag("RequireUppercase", !configured),
            policy.flag("RequireLowercase", !configured),
            policy.flag("RequireNumbers", !configured),
            policy.flag("RequireSymbols", !configured),
            policy.integer("TemporaryPasswordValidityDays", validityDays, 0, 365));
    policy.integer("PasswordHistorySize", 0, 0, 0);
    policy.rejectUnread("is not supported");
    return read;
  }

  /** Throws InvalidPasswordException with the first violated rule. */
  public void check(String password) {
    if (password.codePointCount(0, password.length()) < minimumLength) {
      throw violation("Password not long enough");
    }
    require(uppercase, password, Character::isUpperCase, "uppercase");
    require(lowercase, password, Character::isLowerCase, "lowercase");
    require(numbers, password, Character::isDigit, "numeric");
    require(symbols, password, point -> SYMBOLS.indexOf(point) >= 0, "symbol");
  }

  /** Returns the requirements as a sentence for users. */
  public String describe() {
    List<String> kinds = new ArrayList<>();
    if (uppercase) {
      kinds.add("an upper-case letter");
    }
    if (lowercase) {
      kinds.add("a lower-case letter");
    }
    if (numbers) {
      kinds.add("a digit");
    }
    if (symbols) {
      kinds.add("a symbol");
    }
    String length = String.format(Locale.ROOT, "At least %d characters", minimumLength);
    return kinds.isEmpty() ? length : length + ", among them " + String.join(", ", kinds);
  }

  private static void require(boolean required, String password, IntPredicate kind, String name) {
    if (required && password.codePoints().noneMatch(kind)) {
      throw violation("Password must have " + name + " characters");
    }
  }

  private static AwsException violation(String rule) {
    return new AwsException(
        "InvalidPasswordException", "Password did not conform with policy: " + rule);
  }
}
