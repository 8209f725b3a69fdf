package dev.gatehouse.triggers.emailrules;

import java.util.Set;
import java.util.function.Predicate;

/** Knows domains by name, each with a source of its own. */
final class Domains {
  /**
   * Names that no mail reaches: RFC 2606, 6761, 6762 appendix G, 7686, 9476, ICANN's "internal" of
   * 2024, and the addresses that GitHub gives out for commits.
   */
  private static final Set<String> SPECIAL_USE =
      Set.of(
          "test",
          "example",
          "invalid",
          "localhost",
          "local",
          "onion",
          "alt",
          "arpa",
          "internal",
          "home",
          "corp",
          "lan",
          "intranet",
          "private",
          "example.com",
          "example.net",
          "example.org",
          "users.noreply.github.com");

  /**
   * Services that forward to a mailbox which the person keeps: Apple, DuckDuckGo, Mozilla,
   * SimpleLogin, Proton Pass and addy.io, as they name them themselves.
   */
  private static final Set<String> RELAYS =
      Set.of(
          "privaterelay.appleid.com",
          "duck.com",
          "mozmail.com",
          "relay.firefox.com",
          "simplelogin.com",
          "simplelogin.co",
          "simplelogin.fr",
          "simplelogin.io",
          "aleeas.com",
          "slmail.me",
          "slmails.com",
          "silomails.com",
          "8shield.net",
          "dralias.com",
          "passinbox.com",
          "passfwd.com",
          "passmail.com",
          "passmail.net",
          "anonaddy.com",
          "anonaddy.me",
          "addymail.com",
          "hide-my-email.com");

  /** Slips of the finger for the largest providers, the ones that sign-up forms see every day. */
  private static final Set<String> TYPOS =
      Set.of(
          "gamil.com",
          "gamai.com",
          "gmai.com",
          "gmial.com",
          "gmal.com",
          "gmali.com",
          "gnail.com",
          "gmaill.com",
          "gmail.con",
          "hotmial.com",
          "hotmai.com",
          "hotmal.com",
          "yaho.com",
          "yahooo.com",
          "yhaoo.com",
          "outlok.com",
          "outloo.com");

  private Domains() {}

  static boolean isSpecialUse(Address address) {
    return isOrIsBelow(address.domain(), SPECIAL_USE::contains);
  }

  static boolean isRelay(Address address) {
    return isOrIsBelow(address.domain(), RELAYS::contains);
  }

  static boolean isTypo(Address address) {
    return TYPOS.contains(address.domain());
  }

  /** Walks from label to label, never from letter to letter: notexample.com is another domain. */
  private static boolean isOrIsBelow(String domain, Predicate<String> named) {
    for (String name = domain; ; name = name.substring(name.indexOf('.') + 1)) {
      if (named.test(name)) {
        return true;
      }
      if (name.indexOf('.') < 0) {
        return false;
      }
    }
  }

  static Set<String> relays() {
    return RELAYS;
  }
}
