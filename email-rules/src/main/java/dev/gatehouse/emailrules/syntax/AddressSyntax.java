package dev.gatehouse.emailrules.syntax;

import org.jspecify.annotations.Nullable;

/**
 * The syntax of an address: the dot-atom form of RFC 5321, in ASCII.
 *
 * <p>A trigger can refuse an address but not correct it, so the parser neither trims nor maps:
 * Cognito stores the address as the user wrote it. The length is checked first, which bounds the
 * cost of all other checks.
 *
 * @param maxOctets the length of the longest valid address in UTF-8
 */
public record AddressSyntax(int maxOctets, DomainForm domainForm) {
  /** The length of the longest valid address, by RFC 5321. */
  private static final int RFC_MAX_OCTETS = 254;

  private static final int LOCAL_MAX_OCTETS = 64;

  /** The syntax of addresses to which SES sends mail. */
  public static final AddressSyntax A_LABELS =
      new AddressSyntax(RFC_MAX_OCTETS, DomainForm.A_LABELS);

  /** The syntax that also accepts domains as browsers show them. */
  public static final AddressSyntax U_LABELS =
      new AddressSyntax(RFC_MAX_OCTETS, DomainForm.U_LABELS);

  /** The accepted forms of international domains, in the terms of RFC 5890. */
  public enum DomainForm {
    /** Only {@code xn--}, as mail is sent to them. */
    A_LABELS,
    /** The Unicode form too. */
    U_LABELS
  }

  /** The result of {@link #parse}. */
  public sealed interface Result {}

  /** A well-formed address. */
  public record Valid(Address address) implements Result {}

  /** A text that is not an address. */
  public record Invalid(SyntaxError error) implements Result {}

  /** Returns this syntax with another limit for the length. */
  public AddressSyntax withMaxOctets(int octets) {
    return new AddressSyntax(octets, domainForm);
  }

  /** Parses an address; null is a missing address. */
  public Result parse(@Nullable String input) {
    String text = input == null ? "" : input;
    @Nullable SyntaxError error = errorOfText(text);
    if (error != null) {
      return new Invalid(error);
    }
    int at = text.indexOf('@');
    String local = text.substring(0, at);
    String writtenDomain = text.substring(at + 1);
    String domain = Idn.toAscii(writtenDomain);
    error = errorOfParts(local, domain, Ascii.isAscii(writtenDomain));
    return error == null ? new Valid(new Address(local, domain)) : new Invalid(error);
  }

  private @Nullable SyntaxError errorOfText(String text) {
    if (text.isBlank()) {
      return SyntaxError.REQUIRED;
    }
    // A char is one octet or more: the octets of a long text need not be counted.
    if (text.length() > maxOctets || Ascii.octets(text) > maxOctets) {
      return SyntaxError.LENGTH;
    }
    if (InvisibleCharacters.occurIn(text)) {
      return SyntaxError.INVISIBLE_CHARACTERS;
    }
    int at = text.indexOf('@');
    boolean hasTwoParts = at > 0 && at < text.length() - 1 && text.indexOf('@', at + 1) < 0;
    return hasTwoParts ? null : SyntaxError.STRUCTURE;
  }

  /** Letters beyond ASCII come last: an address with no other error gets a message of its own. */
  private @Nullable SyntaxError errorOfParts(String local, String domain, boolean writtenInAscii) {
    // The A-labels, to which the mail goes, may be longer than what the user wrote.
    boolean tooLong =
        domainForm == DomainForm.U_LABELS && local.length() + 1 + domain.length() > RFC_MAX_OCTETS;
    if (tooLong || Ascii.octets(local) > LOCAL_MAX_OCTETS) {
      return SyntaxError.LENGTH;
    }
    if (!LocalPart.isDotAtom(local)) {
      return SyntaxError.LOCAL;
    }
    if (!DomainPart.isDomain(domain)) {
      return SyntaxError.DOMAIN;
    }
    @Nullable SyntaxError error = errorOfInternationalDomain(domain, writtenInAscii);
    if (error != null) {
      return error;
    }
    return Ascii.isAscii(local) ? null : SyntaxError.SMTPUTF8;
  }

  private @Nullable SyntaxError errorOfInternationalDomain(String domain, boolean writtenInAscii) {
    boolean refusedForm = !writtenInAscii && domainForm == DomainForm.A_LABELS;
    if (!Idn.hasALabel(domain)) {
      return refusedForm ? SyntaxError.IDN_FORM : null;
    }
    if (!Idn.isWellFormed(domain)) {
      return SyntaxError.IDN;
    }
    if (refusedForm) {
      return SyntaxError.IDN_FORM;
    }
    return Scripts.areDeceptiveIn(domain) ? SyntaxError.IDN_SCRIPT : null;
  }
}
