package dev.gatehouse.local.ses.mail;

/** A sender of mail from verified identities. */
@FunctionalInterface
public interface MailSender {

  /**
   * Sends the mail and returns its message id; throws {@link MessageRejected} if SES refuses it.
   */
  String send(Mail mail);
}
