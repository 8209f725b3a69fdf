package dev.gatehouse.local.cognito.settings;

import java.util.Optional;

/** Holds a pool's own words for its mails, for what the CustomMessage trigger leaves open. */
public record Templates(Template verification, Template resetting, Template invitation) {
  private static final String CODE = "{####}";

  /** Is the subject and the HTML body of a mail, with placeholders. */
  public record Template(String subject, String message) {}

  static Templates of(Declared pool, Declared adminCreateUser) {
    Declared verify = pool.object("VerificationMessageTemplate");
    verify.only("DefaultEmailOption", "CONFIRM_WITH_CODE");
    // Both belong to confirmation by link, which is refused above.
    verify.noMeaningHere("EmailMessageByLink", "EmailSubjectByLink");
    Optional<String> subject =
        first(verify.text("EmailSubject"), pool.text("EmailVerificationSubject"));
    Optional<String> message =
        first(verify.text("EmailMessage"), pool.text("EmailVerificationMessage"));
    message.ifPresent(text -> demand(pool, "EmailVerificationMessage", text, CODE));
    verify.refuseTheRest("is not there; mails carry a code");
    return new Templates(
        template(subject, message, "Your verification code", "Your verification code is {####}."),
        template(
            subject, message, "Your password reset code", "Your password reset code is {####}."),
        invitation(adminCreateUser.object("InviteMessageTemplate")));
  }

  private static Template invitation(Declared invite) {
    Optional<String> subject = first(invite.text("EmailSubject"), Optional.empty());
    Optional<String> message = first(invite.text("EmailMessage"), Optional.empty());
    message.ifPresent(text -> demand(invite, "EmailMessage", text, CODE));
    message.ifPresent(text -> demand(invite, "EmailMessage", text, "{username}"));
    invite.noMeaningHere("SMSMessage");
    invite.refuseTheRest("is no part of an invitation");
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

  private static Optional<String> first(Optional<String> one, Optional<String> other) {
    return one.filter(text -> !text.isEmpty()).or(() -> other.filter(text -> !text.isEmpty()));
  }

  private static void demand(Declared in, String key, String text, String placeholder) {
    if (!text.contains(placeholder)) {
      throw in.refused(key, "has to contain " + placeholder);
    }
  }
}
