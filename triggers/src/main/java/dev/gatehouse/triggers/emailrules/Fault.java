package dev.gatehouse.triggers.emailrules;

import static dev.gatehouse.triggers.emailrules.RefusalCode.EMAIL_INVALID;
import static dev.gatehouse.triggers.emailrules.RefusalCode.EMAIL_REQUIRED;
import static dev.gatehouse.triggers.emailrules.RefusalCode.EMAIL_UNSUPPORTED;

/** Names what is wrong with how an address is written; each constant is a rule. */
enum Fault {
  REQUIRED("required", EMAIL_REQUIRED),
  LENGTH("length", EMAIL_INVALID),
  HYGIENE("hygiene", EMAIL_INVALID),
  STRUCTURE("structure", EMAIL_INVALID),
  LOCAL("local", EMAIL_INVALID),
  DOMAIN("domain", EMAIL_INVALID),
  IDN("idn", EMAIL_INVALID),
  IDN_FORM("idn-form", EMAIL_UNSUPPORTED),
  IDN_SCRIPT("idn-script", EMAIL_INVALID),
  SMTPUTF8("smtputf8", EMAIL_UNSUPPORTED),
  /** A provider that is known gives no such name to anybody. */
  NO_MAILBOX("canonical", EMAIL_INVALID);

  final String rule;
  final RefusalCode code;

  Fault(String rule, RefusalCode code) {
    this.rule = rule;
    this.code = code;
  }
}
