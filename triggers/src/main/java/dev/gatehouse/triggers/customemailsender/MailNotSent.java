package dev.gatehouse.triggers.customemailsender;

import org.jspecify.annotations.Nullable;

/**
 * Says that a mail was not sent.
 *
 * <p>Its message is all that may reach a person; why, is for the log.
 */
public final class MailNotSent extends RuntimeException {
  private final NotSent why;

  MailNotSent(NotSent why) {
    this(why, null);
  }

  MailNotSent(NotSent why, @Nullable Throwable cause) {
    // No stack trace: Lambda would log every line of it, and of its cause what that says of people.
    super("MAIL_NOT_SENT: The mail could not be sent. Try again later", cause, false, false);
    this.why = why;
  }

  NotSent why() {
    return why;
  }

  /** Returns what may leave this function: the same without what was behind it. */
  MailNotSent withoutCause() {
    return new MailNotSent(why);
  }
}
