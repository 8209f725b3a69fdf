package dev.gatehouse.emailrules.syntax;

/**
 * A well-formed e-mail address.
 *
 * @param local the part before the @ sign, as the user wrote it
 * @param domain the part after the @ sign, in lower case and as A-labels
 */
public record Address(String local, String domain) {
  /** Returns the address in lower case; no provider of note distinguishes case. */
  public String inLowerCase() {
    return Ascii.lower(local) + '@' + domain;
  }

  /** Returns whether the domain has a label beyond ASCII. */
  public boolean isInternational() {
    return Idn.hasALabel(domain);
  }
}
