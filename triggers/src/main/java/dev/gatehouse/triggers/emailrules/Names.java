package dev.gatehouse.triggers.emailrules;

import java.util.Set;

/** Knows what names before the @ sign say by themselves. */
final class Names {
  private static final int GMAIL_SHORTEST = 6;
  private static final int GMAIL_LONGEST = 30;

  /** RFC 2142, and what systems send mail as. */
  private static final Set<String> ROLES =
      Set.of(
          "info",
          "marketing",
          "sales",
          "support",
          "abuse",
          "noc",
          "security",
          "postmaster",
          "hostmaster",
          "usenet",
          "news",
          "webmaster",
          "www",
          "uucp",
          "ftp",
          "admin",
          "administrator",
          "root",
          "noreply",
          "no-reply",
          "mailer-daemon");

  private Names() {}

  /** Whether the address is a function's rather than a person's; salesman is a person. */
  static boolean isRole(Address address, CanonicalForm canonical) {
    // As a whole too, since at Yahoo a hyphen would begin a sub-address.
    return ROLES.contains(canonical.base(address))
        || ROLES.contains(Letters.lower(address.local()));
  }

  /** Whether the name is one that Gmail gives to nobody: 6 to 30 letters and digits, less dots. */
  static boolean isUnknownToProvider(Address address, CanonicalForm canonical) {
    if (Provider.of(address.domain()) != Provider.GMAIL) {
      return false;
    }
    String name = canonical.base(address).replace(".", "");
    return name.length() < GMAIL_SHORTEST
        || name.length() > GMAIL_LONGEST
        || !name.chars().allMatch(Letters::isAsciiLetterOrDigit);
  }
}
