package dev.gatehouse.messages;

/** A file of mail copy that is missing, incomplete or malformed, thrown when the copy is read. */
public final class InvalidMailCopy extends RuntimeException {
  /** Creates the error for one key of a file. */
  InvalidMailCopy(String file, String key, String reason) {
    super(file + ": " + key + " " + reason);
  }

  /** Creates the error for a whole file. */
  InvalidMailCopy(String file, String reason) {
    super(file + " " + reason);
  }
}
