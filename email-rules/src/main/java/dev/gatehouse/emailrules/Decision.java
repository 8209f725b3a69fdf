package dev.gatehouse.emailrules;

/** The decision whether an address may sign up. */
public sealed interface Decision {
  /** The address may sign up. */
  record Allowed() implements Decision {}

  /** The address may not sign up, for this reason. */
  record Refused(RefusalCode code) implements Decision {}
}
