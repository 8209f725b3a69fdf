package dev.gatehouse.emailrules.syntax;

/** The error of a text that is not an address. */
public enum SyntaxError {
  /** No text, or white space only. */
  REQUIRED("required"),
  /** More octets than an address or its local part may have. */
  LENGTH("length"),
  /** Control characters, white space or other characters that are not visible. */
  INVISIBLE_CHARACTERS("invisible-characters"),
  /** Other than one @ sign with text on both sides. */
  STRUCTURE("structure"),
  /** A local part that is not a dot-atom. */
  LOCAL("local"),
  /** A domain that is not two or more labels of letters, digits and hyphens. */
  DOMAIN("domain"),
  /** An A-label that is not the encoding of a U-label. */
  IDN("idn"),
  /** A domain as U-labels where only A-labels are accepted. */
  IDN_FORM("idn-form"),
  /** A label that looks like another one: mixed scripts, or Cyrillic that looks Latin. */
  IDN_SCRIPT("idn-script"),
  /** A local part beyond ASCII, for which mail needs the SMTPUTF8 extension (RFC 6531). */
  SMTPUTF8("smtputf8");

  private final String rule;

  SyntaxError(String rule) {
    this.rule = rule;
  }

  /** Returns the name of the rule in logs and metrics. */
  public String rule() {
    return rule;
  }
}
