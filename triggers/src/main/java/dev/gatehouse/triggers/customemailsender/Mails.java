package dev.gatehouse.triggers.customemailsender;

import dev.gatehouse.triggers.messages.Mail;

/** Sends mails. */
@FunctionalInterface
interface Mails {

  /**
   * Sends a mail for this delivery.
   *
   * @throws MailNotSent if it was not sent, and why
   */
  void send(Mail mail, Delivery delivery);
}
