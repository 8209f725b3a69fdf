package dev.gatehouse.local.ses;

/** Says why SES refuses a mail, in SES's words. */
public final class MessageRejected extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Takes SES's own message. */
  public MessageRejected(String message) {
    super(message);
  }
}
