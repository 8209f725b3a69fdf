package dev.gatehouse.triggers.emailrules;

/** Answers whether an address may sign up. */
public sealed interface Decision {
  /** Lets the address sign up. */
  record Allowed() implements Decision {}

  /** Keeps the address out, for this reason. */
  record Refused(RefusalCode code) implements Decision {}
}
