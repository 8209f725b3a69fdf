package dev.gatehouse.local.kms;

/** A KMS key that is disabled, will be deleted or does not exist, with KMS's message. */
public final class KeyNotUsable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  KeyNotUsable(String message) {
    super(message);
  }
}
