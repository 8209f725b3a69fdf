package dev.gatehouse.messages.copy;

import java.util.List;

/** Files of mail copy that are missing, incomplete or malformed, thrown when the copy is read. */
public final class InvalidMailCopy extends RuntimeException {
  /** Creates the error for these mistakes, a line for each. */
  public InvalidMailCopy(List<String> mistakes) {
    super(String.join("\n", mistakes));
  }
}
