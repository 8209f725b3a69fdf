package dev.gatehouse.triggers.emailrules;

import org.jspecify.annotations.Nullable;

/**
 * Reads an address: the dot-atom form of RFC 5321, in ASCII.
 *
 * <p>A trigger cannot correct an address, only refuse it, so nothing here trims or maps: what
 * passes is what Cognito stores. The length is capped before anything else looks at the text, and
 * every step passes over it once.
 *
 * @param maxOctets the longest address that is taken
 */
record Syntax(int maxOctets, IdnForm idn) {
  private static final int LOCAL_OCTETS = 64;

  /** The longest address there is, by RFC 5321. */
  static final int LONGEST = 254;

  /** Says what came of reading. */
  sealed interface Reading {}

  /** The text is an address. */
  record Read(Address address) implements Reading {}

  /** The text is none. */
  record Wrong(Fault fault) implements Reading {}

  Reading read(@Nullable String typed) {
    String text = typed == null ? "" : typed;
    @Nullable Fault whole = faultOfTheWhole(text);
    if (whole != null) {
      return new Wrong(whole);
    }
    int at = text.indexOf('@');
    String local = text.substring(0, at);
    String shown = text.substring(at + 1);
    String domain = International.toAscii(shown);
    @Nullable Fault part = faultOfTheParts(local, domain, Letters.isAscii(shown));
    return part == null ? new Read(new Address(local, domain)) : new Wrong(part);
  }

  private @Nullable Fault faultOfTheWhole(String text) {
    if (text.isBlank()) {
      return Fault.REQUIRED;
    }
    // A char is an octet or more, so that nothing long is even counted.
    if (text.length() > maxOctets || Letters.octets(text) > maxOctets) {
      return Fault.LENGTH;
    }
    if (Hygiene.isUnclean(text)) {
      return Fault.HYGIENE;
    }
    int at = text.indexOf('@');
    boolean onePlusOne = at > 0 && at < text.length() - 1 && text.indexOf('@', at + 1) < 0;
    return onePlusOne ? null : Fault.STRUCTURE;
  }

  /** What is wrong beside letters beyond ASCII goes first: those get an answer of their own. */
  private @Nullable Fault faultOfTheParts(String local, String domain, boolean shownInAscii) {
    // Mail goes to the domain as xn--, which may be longer than it was shown.
    boolean tooLong = idn == IdnForm.ULABEL && local.length() + domain.length() >= LONGEST;
    if (tooLong || Letters.octets(local) > LOCAL_OCTETS) {
      return Fault.LENGTH;
    }
    if (!LocalPart.isDotAtom(local)) {
      return Fault.LOCAL;
    }
    if (!DomainPart.isDomain(domain)) {
      return Fault.DOMAIN;
    }
    @Nullable Fault international = faultOfInternational(domain, shownInAscii);
    if (international != null) {
      return international;
    }
    if (!Letters.isAscii(local)) {
      return Fault.SMTPUTF8;
    }
    return Provider.hasNoMailbox(local, domain) ? Fault.NO_MAILBOX : null;
  }

  private @Nullable Fault faultOfInternational(String domain, boolean shownInAscii) {
    if (!International.isEncoded(domain)) {
      return shownInAscii || idn == IdnForm.ULABEL ? null : Fault.IDN_FORM;
    }
    if (!International.isWellFormed(domain)) {
      return Fault.IDN;
    }
    if (idn == IdnForm.REJECT || (idn == IdnForm.ALABEL && !shownInAscii)) {
      return Fault.IDN_FORM;
    }
    return Scripts.deceive(domain) ? Fault.IDN_SCRIPT : null;
  }
}
