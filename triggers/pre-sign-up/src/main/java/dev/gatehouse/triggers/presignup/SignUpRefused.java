package dev.gatehouse.triggers.presignup;

import dev.gatehouse.emailrules.Decision.Refused;

/** The refusal of a sign-up; Cognito shows its message to the client. */
public final class SignUpRefused extends RuntimeException {
  SignUpRefused(Refused refused) {
    // No stack trace: a refusal is no failure, and Lambda would log every line of it.
    super(refused.code() + ": " + refused.code().sentence(), null, false, false);
  }
}
