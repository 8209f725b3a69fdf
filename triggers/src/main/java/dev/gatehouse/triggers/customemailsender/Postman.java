package dev.gatehouse.triggers.customemailsender;

import dev.gatehouse.triggers.Outcome;
import dev.gatehouse.triggers.customemailsender.SentCodes.Claim;
import dev.gatehouse.triggers.messages.Mail;

/**
 * Sends a mail once, however often it is called for.
 *
 * <p>What it remembers serves against doubles only: when that fails, the mail goes out all the
 * same, for two mails are a nuisance and none is a person at the door.
 */
final class Postman {
  private static final String SENT = "MailsSent";

  private final SentCodes codes;
  private final Mails mails;

  Postman(SentCodes codes, Mails mails) {
    this.codes = codes;
    this.mails = mails;
  }

  /**
   * Sends the mail unless that was done.
   *
   * @throws MailNotSent if it was not sent, and why
   */
  Outcome deliver(Mail mail, Delivery delivery) {
    String key = delivery.key();
    Claim claim;
    try {
      claim = codes.claim(key, delivery.kind().lifetime());
    } catch (RuntimeException forgetful) {
      mails.send(mail, delivery);
      return Outcome.error("sent", "CLAIM_FAILED").countedAs(SENT);
    }
    return switch (claim) {
      case Claim.AlreadySent() -> Outcome.of("already-sent");
      case Claim.Held() -> throw new MailNotSent(NotSent.BEING_SENT);
      case Claim.Granted granted -> send(mail, delivery, granted);
    };
  }

  private Outcome send(Mail mail, Delivery delivery, Claim.Granted claim) {
    try {
      mails.send(mail, delivery);
    } catch (RuntimeException notSent) {
      release(delivery.key(), claim, notSent);
      throw notSent;
    }
    try {
      codes.sent(delivery.key());
    } catch (RuntimeException forgetful) {
      return Outcome.error("sent", "MARK_FAILED").countedAs(SENT);
    }
    return Outcome.of("sent").countedAs(SENT);
  }

  /** A claim that stays ends by itself. */
  private void release(String key, Claim.Granted claim, RuntimeException notSent) {
    try {
      codes.release(key, claim);
    } catch (RuntimeException forgetful) {
      notSent.addSuppressed(forgetful);
    }
  }
}
