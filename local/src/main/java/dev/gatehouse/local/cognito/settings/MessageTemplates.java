package dev.gatehouse.local.cognito.settings;

import java.util.Optional;

/** The message templates of a user pool, used where the CustomMessage trigger sets no text. */
public record MessageTemplates(Template verification, Template passwordReset, Template invitation) {
  private static final String CODE = "{####}";

  /** The subject and HTML body of an e-mail, with placeholders. */
  public record Template(String subject, String message) {}

  static MessageTemplates of(SettingsReader pool, SettingsReader adminCreateUser) {
    SettingsReader verify = pool.object("VerificationMessageTemplate");
    verify.allowOnly("DefaultEmailOption", "CONFIRM_WITH_CODE");
    // Both belong to confirmation by link, which is rejected above.
    verify.ignore("EmailMessageByLink", "EmailSubjectByLink");
    Optional<String> subject =
        firstNonEmpty(verify.text("EmailSubject"), pool.text("EmailVerificationSubject"));
    Optional<String> message =
        firstNonEmpty(verify.text("EmailMessage"), pool.text("EmailVerificationMessage"));
    message.ifPresent(text -> require(pool, "EmailVerificationMessage", text, CODE));
    verify.rejectUnread("is not supported; e-mails contain a code");
    return new MessageTemplates(
        template(subject, message, "Your verification code", "Your verification code is {####}."),
        template(
            subject, message, "Your password reset code", "Your password reset code is {####}."),
        invitation(adminCreateUser.object("InviteMessageTemplate")));
  }

  private static Template invitation(SettingsReader invite) {
    Optional<String> subject = firstNonEmpty(invite.text("EmailSubject"), Optional.empty());
    Optional<String> message = firstNonEmpty(invite.text("EmailMessage"), Optional.empty());
    message.ifPresent(text -> require(invite, "EmailMessage", text, CODE));
    message.ifPresent(text -> require(invite, "EmailMessage", text, "{username}"));
    invite.ignore("SMSMessage");
    invite.rejectUnread("is not supported");
    return template(
        subject,
        message,
        "Your temporary password",
        "Your username is {username} and temporary password is {####}.");
  }

  private static Template template(
      Optional<String> subject, Optional<String> message, String title, String text) {
    return new Template(subject.orElse(title), message.orElse(text));
  }

  private static Optional<String> firstNonEmpty(Optional<String> one, Optional<String> other) {
    return one.filter(text -> !text.isEmpty()).or(() -> other.filter(text -> !text.isEmpty()));
  }

  private static void require(SettingsReader in, String key, String text, String placeholder) {
    if (!text.contains(placeholder)) {
      throw in.error(key, "has to contain " + placeholder);
    }
  }
}
