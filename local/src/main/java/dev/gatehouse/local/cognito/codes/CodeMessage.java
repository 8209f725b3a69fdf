package dev.gatehouse.local.cognito.codes;

import dev.gatehouse.local.cognito.pools.ConfirmationCode;
import dev.gatehouse.local.cognito.settings.MessageTemplates.Template;
import dev.gatehouse.local.cognito.settings.MfaConfiguration;
import dev.gatehouse.local.cognito.settings.UserPoolSettings;

/** The kinds of e-mails with a code. */
public enum CodeMessage {
  SIGN_UP("SignUp", ConfirmationCode.Purpose.SIGN_UP),
  RESEND_CODE("ResendCode", ConfirmationCode.Purpose.SIGN_UP),
  FORGOT_PASSWORD("ForgotPassword", ConfirmationCode.Purpose.RESET),
  UPDATE_USER_ATTRIBUTE("UpdateUserAttribute", ConfirmationCode.Purpose.ATTRIBUTE),
  VERIFY_USER_ATTRIBUTE("VerifyUserAttribute", ConfirmationCode.Purpose.ATTRIBUTE),
  AUTHENTICATION("Authentication", ConfirmationCode.Purpose.MFA);

  private final String source;
  private final ConfirmationCode.Purpose purpose;

  CodeMessage(String source, ConfirmationCode.Purpose purpose) {
    this.source = source;
    this.purpose = purpose;
  }

  /** Returns the part of the trigger source after the underscore. */
  String source() {
    return source;
  }

  ConfirmationCode.Purpose purpose() {
    return purpose;
  }

  Template template(UserPoolSettings settings) {
    return switch (this) {
      case FORGOT_PASSWORD -> settings.templates().passwordReset();
      case AUTHENTICATION -> settings.mfa().email().orElse(MfaConfiguration.DEFAULT);
      default -> settings.templates().verification();
    };
  }
}
