package dev.gatehouse.triggers.presignup;

/** Answers whether an address may sign up. */
sealed interface Decision {
  /** The address may sign up. */
  record Allowed() implements Decision {}

  /** The address may not sign up, for this reason. */
  record Refused(RefusalCode code) implements Decision {
    String sentence() {
      return code.sentence();
    }
  }
}
