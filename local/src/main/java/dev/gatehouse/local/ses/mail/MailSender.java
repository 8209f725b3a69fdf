package dev.gatehouse.local.ses.mail;

import org.jspecify.annotations.Nullable;

/** A sender of mail from verified identities. */
@FunctionalInterface
public interface MailSender {

  /**
   * Sends the mail and returns its message id; throws {@link MessageRejected} if SES refuses it.
   */
  String send(Mail mail);

  /**
   * Sends a mail of a user pool; throws {@link MessageRejected} too, and {@link
   * SendingNotAuthorized} if the pool may not send as the identity.
   *
   * @param identityArn the ARN of the SES identity, null for Cognito's own sender
   */
  default String sendFor(String poolArn, @Nullable String identityArn, Mail mail) {
    return send(mail);
  }
}
