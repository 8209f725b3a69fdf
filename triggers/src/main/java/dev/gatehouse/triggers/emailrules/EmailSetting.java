package dev.gatehouse.triggers.emailrules;

import java.util.List;

/**
 * Names the variables that set the rules, with what each is when it is not set and, where it is one
 * of a few words, those words.
 */
enum EmailSetting {
  EMAIL_MODE("open", "open log allowlist"),
  EMAIL_ALLOW("", ""),
  EMAIL_ALLOW_FILE("", ""),
  EMAIL_DENY("", ""),
  EMAIL_DENY_FILE("", ""),
  EMAIL_ADMIN("syntax", "off syntax full"),
  EMAIL_EXTERNAL("full", "off syntax full"),
  EMAIL_REQUIRE_EXTERNAL("true", "true false"),
  /** Cognito's limit for a user name, which the address is in our pool. */
  EMAIL_MAX_LENGTH("128", ""),
  EMAIL_IDN("alabel", "alabel ulabel reject"),
  EMAIL_SPECIAL_USE("reject", "off log reject"),
  EMAIL_RELAY("allow", "allow off log reject"),
  EMAIL_DISPOSABLE("reject", "off log reject"),
  EMAIL_DISPOSABLE_EXTRA("", ""),
  EMAIL_DISPOSABLE_EXTRA_FILE("", ""),
  EMAIL_DISPOSABLE_EXCEPT("", ""),
  EMAIL_DISPOSABLE_EXCEPT_FILE("", ""),
  EMAIL_TYPO("off", "off log reject"),
  EMAIL_PROVIDER_RULES("off", "off log on"),
  EMAIL_ROLE("allow", "allow off log reject"),
  EMAIL_SUBADDRESS("allow", "allow off log block unique"),
  EMAIL_SEPARATORS("+=#", ""),
  EMAIL_MX("off", "off log check"),
  EMAIL_MX_TIMEOUT_MS("800", "");

  final String unset;
  private final String words;

  EmailSetting(String unset, String words) {
    this.unset = unset;
    this.words = words;
  }

  /** Returns the words that the variable may be, or none if it may be others. */
  List<String> words() {
    return words.isEmpty() ? List.of() : List.of(words.split(" ", -1));
  }
}
