package dev.gatehouse.emailrules;

import java.util.List;
import java.util.Map;

/**
 * The settings of the rules, each with its default and, where only a few words are valid, those
 * words.
 *
 * <p>The name of a constant is the key in the map that {@link EmailRules#of} reads. A list has a
 * second setting, whose name ends in {@code _FILE}: a text file on the class path with more
 * entries.
 */
public enum EmailRuleSetting {
  /** Refusal of addresses that the allow list does not name. */
  ALLOWLIST("off", Words.STRICTNESS),
  /** The allow list. */
  ALLOW("", Words.ANY),
  /** More entries of the allow list. */
  ALLOW_FILE("", Words.ANY),
  /** The deny list. */
  DENY("", Words.ANY),
  /** More entries of the deny list. */
  DENY_FILE("", Words.ANY),
  /** The rules for users that an administrator creates. */
  ADMIN("syntax", Words.SCOPE),
  /** The rules for users of an external identity provider. */
  EXTERNAL("full", Words.SCOPE),
  /** The need for an address if an external identity provider signs a user up. */
  REQUIRE_EXTERNAL("true", Words.BOOLEAN),
  /** Refusal of international domains, which are accepted as A-labels ({@code xn--}) only. */
  IDN("off", Words.STRICTNESS),
  /** Refusal of reserved domains such as {@code example.com}. */
  SPECIAL_USE("reject", Words.STRICTNESS),
  /** Refusal of forwarding addresses such as Apple's private relay. */
  RELAY("off", Words.STRICTNESS),
  /** Refusal of disposable addresses. */
  DISPOSABLE("reject", Words.STRICTNESS),
  /** Disposable domains and addresses beside the shipped list. */
  DISPOSABLE_EXTRA("", Words.ANY),
  /** More entries of {@link #DISPOSABLE_EXTRA}. */
  DISPOSABLE_EXTRA_FILE("", Words.ANY),
  /** Domains and addresses that are not disposable even if the shipped list names them. */
  DISPOSABLE_EXCEPT("", Words.ANY),
  /** More entries of {@link #DISPOSABLE_EXCEPT}. */
  DISPOSABLE_EXCEPT_FILE("", Words.ANY),
  /** Refusal of common misspellings of the largest providers. */
  TYPO("off", Words.STRICTNESS),
  /** Refusal of names that a provider cannot have issued. */
  PROVIDER_RULES("off", Words.STRICTNESS),
  /** Refusal of role addresses such as {@code info@}. */
  ROLE("off", Words.STRICTNESS),
  /** Refusal of sub-addresses such as {@code jane+shop@}. */
  SUBADDRESS("off", Words.STRICTNESS),
  /** Refusal of addresses whose mailbox has an account already. */
  ONE_ACCOUNT_PER_MAILBOX("false", Words.BOOLEAN),
  /** Refusal of domains that accept no mail, by a lookup in the DNS. */
  MX("off", Words.STRICTNESS);

  private final String defaultValue;
  private final String words;

  EmailRuleSetting(String defaultValue, String words) {
    this.defaultValue = defaultValue;
    this.words = words;
  }

  /** Returns the value of a setting that is not set. */
  public String defaultValue() {
    return defaultValue;
  }

  /** Returns the valid words; the list is empty if any text may be valid. */
  public List<String> words() {
    return words.isEmpty() ? List.of() : List.of(words.split(" ", -1));
  }

  /** Returns whether the value is a list of addresses and domains. */
  public boolean isList() {
    return words.isEmpty() && !isFile();
  }

  /** Returns whether the value is the name of a file with a list. */
  public boolean isFile() {
    return name().endsWith("_FILE");
  }

  /** Returns the setting that names the file with more entries of this list. */
  EmailRuleSetting file() {
    return valueOf(name() + "_FILE");
  }

  String valueIn(Map<String, String> settings) {
    return settings.getOrDefault(name(), defaultValue);
  }

  /** The valid words of the settings, separated by spaces. */
  private static final class Words {
    static final String STRICTNESS = "off log reject";
    static final String SCOPE = "off syntax full";
    static final String BOOLEAN = "true false";
    static final String ANY = "";

    private Words() {}
  }
}
