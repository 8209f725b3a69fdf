package dev.gatehouse.triggers.emailrules;

import org.jspecify.annotations.Nullable;

/**
 * Tells which mailbox an address leads to, so that two addresses of one mailbox are known for the
 * same; it is for comparing only, and no mail ever goes to it.
 *
 * @param separators the letters that begin a sub-address at providers that are not known
 */
record CanonicalForm(String separators) {
  private static final String PLUS = "+";
  private static final char HYPHEN = '-';

  /** Returns the mailbox as an address. */
  String of(Address address) {
    String local = Letters.lower(address.local());
    String domain = address.domain();
    @Nullable String above = Provider.aboveAPerson(domain);
    if (above != null) {
      local = domain.substring(0, domain.indexOf('.'));
      domain = above;
    }
    @Nullable Provider provider = Provider.of(domain);
    String base = base(local, provider);
    if (provider == Provider.GMAIL) {
      return base.replace(".", "") + "@gmail.com";
    }
    return base + '@' + (provider == Provider.YANDEX ? "yandex.ru" : domain);
  }

  /** Returns what stands before the sub-address, in small letters. */
  String base(Address address) {
    return base(Letters.lower(address.local()), Provider.of(address.domain()));
  }

  private String base(String local, @Nullable Provider provider) {
    String here =
        provider == null ? separators : provider == Provider.YAHOO ? separators + HYPHEN : PLUS;
    int cut = firstOf(here, local);
    return cut < 0 ? local : local.substring(0, cut);
  }

  /** Whether the address is one of many for one mailbox, and says so itself. */
  boolean isSubaddress(Address address) {
    boolean yahoo = Provider.of(address.domain()) == Provider.YAHOO;
    return firstOf(yahoo ? separators + HYPHEN : separators, address.local()) > 0
        || Provider.aboveAPerson(address.domain()) != null;
  }

  /** What begins with a separator has no base to be cut back to. */
  private static int firstOf(String letters, String local) {
    for (int i = 1; i < local.length(); i++) {
      if (letters.indexOf(local.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }
}
