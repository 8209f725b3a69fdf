package dev.gatehouse.local.cognito.settings;

import dev.gatehouse.local.cognito.wire.CognitoError;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Says what a password has to be like. */
public record PasswordPolicy(
    int minimumLength,
    boolean uppercase,
    boolean lowercase,
    boolean numbers,
    boolean symbols,
    int temporaryDays) {
  private static final String SYMBOLS = "^$*.[]{}()?\"!@#%&/\\,><':;|_~`=+- ";

  static PasswordPolicy of(Declared policy, boolean declared) {
    PasswordPolicy read =
        new PasswordPolicy(
            policy.whole("MinimumLength", 8, 6, 99),
            policy.flag("RequireUppercase", !declared),
            policy.flag("RequireLowercase", !declared),
            policy.flag("RequireNumbers", !declared),
            policy.flag("RequireSymbols", !declared),
            policy.whole("TemporaryPasswordValidityDays", 7, 0, 365));
    policy.whole("PasswordHistorySize", 0, 0, 0);
    policy.refuseTheRest("is no setting of a password policy");
    return read;
  }

  /** Throws InvalidPasswordException, naming the first rule broken. */
  public void check(String password) {
    if (password.codePointCount(0, password.length()) < minimumLength) {
      throw refused("Password not long enough");
    }
    demand(uppercase, password, Character::isUpperCase, "uppercase");
    demand(lowercase, password, Character::isLowerCase, "lowercase");
    demand(numbers, password, Character::isDigit, "numeric");
    demand(symbols, password, point -> SYMBOLS.indexOf(point) >= 0, "symbol");
  }

  /** Returns what a person has to know to choose one. */
  public String inWords() {
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
    String length = "At least %d characters".formatted(minimumLength);
    return kinds.isEmpty() ? length : length + ", among them " + String.join(", ", kinds);
  }

  private static void demand(boolean wanted, String password, IntPredicate kind, String name) {
    if (wanted && password.codePoints().noneMatch(kind)) {
      throw refused("Password must have " + name + " characters");
    }
  }

  private static CognitoError refused(String rule) {
    return new CognitoError(
        "InvalidPasswordException", "Password did not conform with policy: " + rule);
  }
}
