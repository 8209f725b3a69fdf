package dev.gatehouse.emailrules;

import dev.gatehouse.emailrules.syntax.SyntaxError;

/**
 * The reason of a refusal: a code for programs, with a sentence for users.
 *
 * <p>Cognito shows both to whoever signs up and appends a full stop, so no sentence ends in one. No
 * sentence repeats the address or names the list or entry that refuses it.
 */
public enum RefusalCode {
  /** A missing address. */
  EMAIL_REQUIRED("Enter an email address"),
  /** A malformed address. */
  EMAIL_INVALID("Enter a valid email address"),
  /** An address to which SES sends no mail. */
  EMAIL_UNSUPPORTED("Use an email address without special or accented letters"),
  /** An address whose domain accepts no mail. */
  EMAIL_UNDELIVERABLE("We cannot deliver mail to this address. Check the part after the @ sign"),
  /** An address that a list or a rule of this installation refuses. */
  EMAIL_NOT_ALLOWED("This email address cannot be used to sign up"),
  /** An address at a domain of temporary addresses. */
  EMAIL_DISPOSABLE("Temporary email addresses are not supported. Use your regular email address"),
  /** A sub-address of another address. */
  EMAIL_SUBADDRESS("Use your email address without the part after the + sign"),
  /** A failure of the function itself. */
  INTERNAL("Sign-up is not available right now. Try again later");

  private final String sentence;

  RefusalCode(String sentence) {
    this.sentence = sentence;
  }

  /** Returns the sentence for users. */
  public String sentence() {
    return sentence;
  }

  static RefusalCode of(SyntaxError error) {
    return switch (error) {
      case REQUIRED -> EMAIL_REQUIRED;
      case IDN_FORM, SMTPUTF8 -> EMAIL_UNSUPPORTED;
      default -> EMAIL_INVALID;
    };
  }
}
