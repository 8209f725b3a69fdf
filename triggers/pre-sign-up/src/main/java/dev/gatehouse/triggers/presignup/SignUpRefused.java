package dev.gatehouse.triggers.presignup;

import dev.gatehouse.emailrules.Decision.Refused;

/** The refusal of a sign-up; Cognito shows its message to the client. */
public final class SignUpRefused extends RuntimeException {
  SignUpRefused(Refused refused) {
    this(refused.code().name(), refused.code().sentence());
  }

  /** Creates a refusal with a stable code and a sentence without a full stop. */
  SignUpRefused(String code, String sentence) {
    // No stack trace: a refusal is no failure, and Lambda would log every line of it.
    super(code + ": " + sentence, null, false, false);
  }
}
