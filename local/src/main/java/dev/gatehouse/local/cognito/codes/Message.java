package dev.gatehouse.local.cognito.codes;

import dev.gatehouse.local.cognito.pools.Code;
import dev.gatehouse.local.cognito.settings.Templates;
import dev.gatehouse.local.cognito.settings.Templates.Template;

/** Is one of the mails that carry a code. */
public enum Message {
  SIGN_UP("CustomMessage_SignUp", Code.Purpose.SIGN_UP),
  RESEND_CODE("CustomMessage_ResendCode", Code.Purpose.SIGN_UP),
  FORGOT_PASSWORD("CustomMessage_ForgotPassword", Code.Purpose.RESET);

  private final String source;
  private final Code.Purpose purpose;

  Message(String source, Code.Purpose purpose) {
    this.source = source;
    this.purpose = purpose;
  }

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
