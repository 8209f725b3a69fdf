package dev.gatehouse.local.faults;

import dev.gatehouse.local.ses.mail.Mail;
import dev.gatehouse.local.ses.mail.MailSender;
import dev.gatehouse.local.ses.mail.MessageRejected;

/** The sender of Cognito's mails, hit by faults of SES's operation SendEmail. */
public record FaultyMailSender(MailSender sender, Faults faults) implements MailSender {

  @Override
  public String send(Mail mail) {
    return faults
        .ofOperation("ses", "SendEmail")
        .map(fault -> hit(fault, mail))
        .orElseGet(() -> sender.send(mail));
  }

  private String hit(Fault fault, Mail mail) {
    switch (fault.effect()) {
      case DELAY -> {
        Faults.pause(fault.delay());
        return sender.send(mail);
      }
      case HANG -> faults.hang(fault);
      case LOSE_RESPONSE -> sender.send(mail);
      default -> {
        // The mail is not sent.
      }
    }
    throw new MessageRejected(
        fault.error().isEmpty() ? "The connection to SES ended." : FaultErrors.refusedMail(fault));
  }
}
