package dev.gatehouse.local.ses.mail;

/** SES's error MessageRejected, with SES's message. */
public final class MessageRejected extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the error with this message. */
  public MessageRejected(String message) {
    super(message);
  }
}
