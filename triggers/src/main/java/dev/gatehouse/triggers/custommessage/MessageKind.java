package dev.gatehouse.triggers.custommessage;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names the mails that we word ourselves. */
enum MessageKind {
  SIGN_UP("CustomMessage_SignUp"),
  RESEND_CODE("CustomMessage_ResendCode"),
  FORGOT_PASSWORD("CustomMessage_ForgotPassword");

  private final String triggerSource;

  MessageKind(String triggerSource) {
    this.triggerSource = triggerSource;
  }

  /** Returns the kind that this trigger source asks for, or nothing if Cognito is to word it. */
  static Optional<MessageKind> of(@Nullable String triggerSource) {
    for (MessageKind kind : values()) {
      if (kind.triggerSource.equals(triggerSource)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
