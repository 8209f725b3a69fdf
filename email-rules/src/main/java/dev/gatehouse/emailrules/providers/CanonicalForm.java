package dev.gatehouse.emailrules.providers;

import dev.gatehouse.emailrules.syntax.Address;
import dev.gatehouse.emailrules.syntax.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * The canonical form of an address, which all addresses of one mailbox share. It is for comparison
 * only and never receives mail.
 */
public final class CanonicalForm {
  /** The characters that begin a sub-address at most providers. */
  private static final String SEPARATORS = "+=#";

  private static final String YAHOO_SEPARATORS = SEPARATORS + '-';
  private static final String PLUS = "+";

  private CanonicalForm() {}

  /** Returns the canonical form. */
  public static String of(Address address) {
    String local = Ascii.lower(address.local());
    String domain = address.domain();
    @Nullable String parent = Provider.parentOfPersonalDomain(domain);
    if (parent != null) {
      local = domain.substring(0, domain.indexOf('.'));
      domain = parent;
    }
    @Nullable Provider provider = Provider.of(domain);
    String base = withoutSubaddress(local, provider);
    if (provider == Provider.GMAIL) {
      return base.replace(".", "") + "@gmail.com";
    }
    return base + '@' + (provider == Provider.YANDEX ? "yandex.ru" : domain);
  }

  /** Returns the local part in lower case and without the sub-address. */
  static String localPart(Address address) {
    return withoutSubaddress(Ascii.lower(address.local()), Provider.of(address.domain()));
  }

  private static String withoutSubaddress(String local, @Nullable Provider provider) {
    // The other known providers separate by + only, and a name may contain = or #.
    String separators =
        provider == null || provider == Provider.YAHOO ? separators(provider) : PLUS;
    int separator = indexOfAny(separators, local);
    return separator < 0 ? local : local.substring(0, separator);
  }

  /** Returns whether the address is a sub-address by its separator or its personal domain. */
  public static boolean isSubaddress(Address address) {
    String separators = separators(Provider.of(address.domain()));
    return indexOfAny(separators, address.local()) > 0
        || Provider.parentOfPersonalDomain(address.domain()) != null;
  }

  private static String separators(@Nullable Provider provider) {
    return provider == Provider.YAHOO ? YAHOO_SEPARATORS : SEPARATORS;
  }

  /** Skips the first character: a separator there would leave an empty name. */
  private static int indexOfAny(String separators, String local) {
    for (int i = 1; i < local.length(); i++) {
      if (separators.indexOf(local.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }
}
