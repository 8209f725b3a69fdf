package dev.gatehouse.local.ses;

/** Sends mail through a verified identity. */
@FunctionalInterface
public interface MailSender {

  /**
   * Sends the mail and returns its message id; throws {@link MessageRejected} if SES would refuse
   * it.
   */
  String send(Mail mail);
}
