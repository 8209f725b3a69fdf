package dev.gatehouse.triggers.customemailsender;

import dev.gatehouse.messages.Mail;

/** A service that sends mails. */
@FunctionalInterface
public interface MailSender {

  /**
   * Sends a mail to the address of the request.
   *
   * @throws MailNotSent if the mail was not sent, with the reason
   */
  void send(Mail mail, MailRequest request);
}
