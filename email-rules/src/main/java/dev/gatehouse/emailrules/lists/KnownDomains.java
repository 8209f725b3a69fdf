package dev.gatehouse.emailrules.lists;

import dev.gatehouse.emailrules.syntax.Address;
import java.util.Set;
import java.util.function.Predicate;

/** The domains that are reserved, that forward mail, or that are common misspellings. */
public final class KnownDomains {
  /**
   * Reserved names: RFC 2606, 6761, 6762 appendix G, 7686, 9476, ICANN's "internal" of 2024, and
   * GitHub's domain for the authors of commits.
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
   * Domains of forwarding services: Apple, DuckDuckGo, Mozilla, SimpleLogin, Proton Pass and
   * addy.io, from their own documentation; and three of masked addresses that the list of
   * disposable domains contains, although they forward to a lasting mailbox.
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
          "hide-my-email.com",
          "opayq.com",
          "altmails.com",
          "inboxalias.com");

  /** Providers of lasting mailboxes that the list of disposable domains contains: an Indian one. */
  private static final Set<String> LASTING = Set.of("sify.com");

  /** Common misspellings of the largest providers. */
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

  private KnownDomains() {}

  /** Returns whether the domain is a reserved one or below one. */
  public static boolean isSpecialUse(Address address) {
    return isInOrBelow(address.domain(), SPECIAL_USE::contains);
  }

  /** Returns whether the domain is that of a forwarding service or below one. */
  public static boolean isRelay(Address address) {
    return isInOrBelow(address.domain(), RELAYS::contains);
  }

  /**
   * Returns whether the domain is that of a provider of lasting mailboxes, whatever lists say, or
   * below one.
   */
  static boolean isLasting(Address address) {
    return isInOrBelow(address.domain(), LASTING::contains);
  }

  /** Returns whether the domain is a common misspelling. */
  public static boolean isTypo(Address address) {
    return TYPOS.contains(address.domain());
  }

  /** Compares whole labels: notexample.com is not below example.com. */
  private static boolean isInOrBelow(String domain, Predicate<String> domains) {
    for (String name = domain; ; name = name.substring(name.indexOf('.') + 1)) {
      if (domains.test(name)) {
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
