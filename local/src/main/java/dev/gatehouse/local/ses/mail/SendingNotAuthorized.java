package dev.gatehouse.local.ses.mail;

/** The refusal of a sender that the policies of an SES identity do not allow. */
public final class SendingNotAuthorized extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the refusal with AWS's message. */
  public SendingNotAuthorized(String message) {
    super(message);
  }
}
