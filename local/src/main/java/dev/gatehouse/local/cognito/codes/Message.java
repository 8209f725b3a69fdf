package dev.gatehouse.local.cognito.codes;

import dev.gatehouse.local.cognito.pools.Code;
import dev.gatehouse.local.cognito.settings.Templates;
import dev.gatehouse.local.cognito.settings.Templates.Template;

/** Is one of the mails that carry a code. */
public enum Message {
  SIGN_UP("SignUp", Code.Purpose.SIGN_UP),
  RESEND_CODE("ResendCode", Code.Purpose.SIGN_UP),
  FORGOT_PASSWORD("ForgotPassword", Code.Purpose.RESET),
  UPDATE_USER_ATTRIBUTE("UpdateUserAttribute", Code.Purpose.ATTRIBUTE),
  VERIFY_USER_ATTRIBUTE("VerifyUserAttribute", Code.Purpose.ATTRIBUTE);

  private final String source;
  private final Code.Purpose purpose;

  Message(String source, Code.Purpose purpose) {
    this.source = source;
    this.purpose = purpose;
  }

  /** Returns the part of the trigger source after the underscore. */
  String source() {
    return source;
  }

  Code.Purpose purpose() {
    return purpose;
  }

  Template own(Templates templates) {
    return this == FORGOT_PASSWORD ? templates.resetting() : templates.verification();
  }
}
