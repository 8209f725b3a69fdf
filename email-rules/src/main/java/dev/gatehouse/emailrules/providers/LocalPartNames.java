package dev.gatehouse.emailrules.providers;

import dev.gatehouse.emailrules.syntax.Address;
import dev.gatehouse.emailrules.syntax.Ascii;
import java.util.Set;

/** The local parts that are role names, and those that Gmail cannot have issued. */
public final class LocalPartNames {
  private static final int GMAIL_MIN_LENGTH = 6;
  private static final int GMAIL_MAX_LENGTH = 30;

  /** The names of RFC 2142, and the usual senders of automatic mail. */
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

  private LocalPartNames() {}

  /** Returns whether the whole local part is a role name: sales, but not salesman. */
  public static boolean isRole(Address address) {
    // The whole name too: at Yahoo, the hyphen of no-reply begins a sub-address.
    return ROLES.contains(CanonicalForm.localPart(address))
        || ROLES.contains(Ascii.lower(address.local()));
  }

  /**
   * Returns whether Gmail cannot have issued the name, which is 6 to 30 letters and digits without
   * the dots.
   */
  public static boolean isUnknownToProvider(Address address) {
    if (Provider.of(address.domain()) != Provider.GMAIL) {
      return false;
    }
    String name = CanonicalForm.localPart(address).replace(".", "");
    return name.length() < GMAIL_MIN_LENGTH
        || name.length() > GMAIL_MAX_LENGTH
        || !name.chars().allMatch(Ascii::isLetterOrDigit);
  }
}
