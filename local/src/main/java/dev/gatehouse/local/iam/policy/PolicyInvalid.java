package dev.gatehouse.local.iam.policy;

/** A policy that IAM or the emulator does not accept; the message completes "the policy ...". */
public final class PolicyInvalid extends Exception {
  private static final long serialVersionUID = 1L;

  PolicyInvalid(String message) {
    super(message);
  }
}
