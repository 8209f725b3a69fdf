package dev.gatehouse.triggers.presignup;

import dev.gatehouse.triggers.emailrules.Decision.Refused;

/** Tells Cognito to refuse a sign-up; Cognito shows the message to the person who asked. */
public final class SignUpRefused extends RuntimeException {
  SignUpRefused(Refused refused) {
    // No stack trace: a refusal is an answer, and Lambda would log every line of it.
    super(refused.code() + ": " + refused.code().sentence(), null, false, false);
  }
}
