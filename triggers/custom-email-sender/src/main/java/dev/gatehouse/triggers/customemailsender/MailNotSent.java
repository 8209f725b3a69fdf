package dev.gatehouse.triggers.customemailsender;

import org.jspecify.annotations.Nullable;

/**
 * A mail that was not sent.
 *
 * <p>The message says nothing about the reason, since it may reach a client. The reason is for the
 * log.
 */
public final class MailNotSent extends RuntimeException {
  private final SendFailure reason;

  /** Creates the error for a failure without a cause. */
  public MailNotSent(SendFailure reason) {
    this(reason, null);
  }

  /** Creates the error for a failure with its cause, which is never shown. */
  public MailNotSent(SendFailure reason, @Nullable Throwable cause) {
    // Without a stack trace: Lambda would log it, with the cause's message that may quote a user.
    super("MAIL_NOT_SENT: The mail could not be sent. Try again later", cause, false, false);
    this.reason = reason;
  }

  /** Returns the reason, for the log. */
  public SendFailure reason() {
    return reason;
  }

  /** Returns the same error without its cause, which Lambda would log. */
  public MailNotSent withoutCause() {
    return new MailNotSent(reason);
  }
}
