package dev.gatehouse.triggers.emailrules;

/**
 * Names why an address was refused: the code is for programs, the sentence for people.
 *
 * <p>Cognito shows both to a stranger and puts a full stop after them, so no sentence ends in one,
 * none repeats what was typed in, and none says which list or entry spoke.
 */
public enum RefusalCode {
  /** There is no address. */
  EMAIL_REQUIRED("Enter an email address"),
  /** What there is, is no address. */
  EMAIL_INVALID("Enter a valid email address"),
  /** It is an address that SES sends no mail to. */
  EMAIL_UNSUPPORTED("Use an email address without special or accented letters"),
  /** Its domain takes no mail. */
  EMAIL_UNDELIVERABLE("We cannot deliver mail to this address. Check the part after the @ sign"),
  /** A list or a rule of this installation keeps it out. */
  EMAIL_NOT_ALLOWED("This email address cannot be used to sign up"),
  /** Its domain gives addresses away for minutes. */
  EMAIL_DISPOSABLE("Temporary email addresses are not supported. Use your regular email address"),
  /** It is one of many addresses of one mailbox. */
  EMAIL_SUBADDRESS("Use your email address without the part after the + sign"),
  /** The rules themselves failed. */
  INTERNAL("Sign-up is not available right now. Try again later");

  private final String sentence;

  RefusalCode(String sentence) {
    this.sentence = sentence;
  }

  /** Returns the sentence for people. */
  public String sentence() {
    return sentence;
  }
}
