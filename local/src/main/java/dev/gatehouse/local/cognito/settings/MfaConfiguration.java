package dev.gatehouse.local.cognito.settings;

import dev.gatehouse.local.cognito.settings.MessageTemplates.Template;
import java.util.Optional;

/**
 * The multi-factor authentication of a user pool.
 *
 * @param mode OFF, OPTIONAL or ON
 * @param softwareToken whether users may have an authenticator app
 * @param email the e-mail with a code, empty without this factor
 * @param sms whether the pool may send SMS, which the local emulator does not
 */
public record MfaConfiguration(
    String mode, boolean softwareToken, Optional<Template> email, boolean sms) {
  /** The e-mail of a pool that declares none. */
  public static final Template DEFAULT =
      new Template("Your authentication code", "Your authentication code is {####}.");

  private static final String MODE = "MfaConfiguration";
  private static final String CODE = "{####}";

  static MfaConfiguration of(SettingsReader pool, EmailConfiguration configuration) {
    pool.allowOnly(MODE, "OFF", "OPTIONAL", "ON");
    SettingsReader token = pool.object("SoftwareTokenMfaConfiguration");
    boolean softwareToken = token.flag("Enabled", false);
    token.rejectUnread("is not supported");
    MfaConfiguration read =
        new MfaConfiguration(
            pool.text(MODE).filter(text -> !text.isEmpty()).orElse("OFF"),
            softwareToken,
            email(pool, configuration),
            sms(pool));
    if (read.isActive() && !softwareToken && read.email().isEmpty() && !read.sms()) {
      throw pool.error(
          MODE, "requires a software token, a code by e-mail or SmsConfiguration as a factor");
    }
    return read;
  }

  /** Reads who sends SMS, for pools whose users have other factors too. */
  private static boolean sms(SettingsReader pool) {
    SettingsReader sms = pool.object("SmsConfiguration");
    sms.text("SnsCallerArn");
    sms.text("ExternalId");
    sms.text("SnsRegion");
    sms.rejectUnread("is not supported");
    return pool.has("SmsConfiguration");
  }

  private static Optional<Template> email(SettingsReader pool, EmailConfiguration configuration) {
    if (!pool.has("EmailMfaConfiguration")) {
      return Optional.empty();
    }
    if (!configuration.developer()) {
      throw pool.error("EmailMfaConfiguration", "requires the EmailSendingAccount DEVELOPER");
    }
    SettingsReader email = pool.object("EmailMfaConfiguration");
    Template template =
        new Template(
            email.text("Subject").orElse(DEFAULT.subject()),
            email.text("Message").orElse(DEFAULT.message()));
    if (!template.message().contains(CODE)) {
      throw email.error("Message", "has to contain " + CODE);
    }
    email.rejectUnread("is not supported");
    return Optional.of(template);
  }

  /** Returns whether users may or must have a second factor. */
  public boolean isActive() {
    return !mode.equals("OFF");
  }

  /** Returns whether every user must have a second factor. */
  public boolean required() {
    return mode.equals("ON");
  }
}
