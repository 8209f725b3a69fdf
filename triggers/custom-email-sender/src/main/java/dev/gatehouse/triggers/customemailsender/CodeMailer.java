package dev.gatehouse.triggers.customemailsender;

import dev.gatehouse.lambda.log.Outcome;
import dev.gatehouse.messages.Mail;
import dev.gatehouse.triggers.customemailsender.SentCodes.Claim;

/**
 * A mailer that sends each mail once, although Lambda may invoke the function again.
 *
 * <p>The record of sent codes only prevents duplicates. When it fails, the mail is sent all the
 * same: a duplicate mail is better than none.
 */
final class CodeMailer {
  private static final String SENT = "MailsSent";

  private final SentCodes codes;
  private final MailSender sender;

  CodeMailer(SentCodes codes, MailSender sender) {
    this.codes = codes;
    this.sender = sender;
  }

  /**
   * Sends the mail unless it was sent before.
   *
   * @throws MailNotSent if the mail was not sent, with the reason
   */
  Outcome send(Mail mail, MailRequest request) {
    Claim claim;
    try {
      claim = codes.claim(request.deduplicationKey(), request.kind().lifetime());
    } catch (RuntimeException unavailable) {
      sender.send(mail, request);
      return Outcome.error("sent", "CLAIM_FAILED").countedAs(SENT);
    }
    return switch (claim) {
      case Claim.AlreadySent() -> Outcome.of("already-sent");
      case Claim.InProgress() -> throw new MailNotSent(SendFailure.BEING_SENT);
      case Claim.Granted granted -> send(mail, request, granted);
    };
  }

  private Outcome send(Mail mail, MailRequest request, Claim.Granted claim) {
    try {
      sender.send(mail, request);
    } catch (RuntimeException notSent) {
      release(request, claim, notSent);
      throw notSent;
    }
    try {
      codes.markSent(request.deduplicationKey());
    } catch (RuntimeException unavailable) {
      return Outcome.error("sent", "MARK_FAILED").countedAs(SENT);
    }
    return Outcome.of("sent").countedAs(SENT);
  }

  /** Releases the claim; if that fails, the claim expires by itself. */
  private void release(MailRequest request, Claim.Granted claim, RuntimeException notSent) {
    try {
      codes.release(request.deduplicationKey(), claim);
    } catch (RuntimeException unavailable) {
      notSent.addSuppressed(unavailable);
    }
  }
}
