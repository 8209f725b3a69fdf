package dev.gatehouse.messages.copy;

import java.util.ArrayList;
import java.util.List;

/**
 * The mistakes in files of mail copy, so that all of them are named at once.
 *
 * <p>Each is a line such as {@code en/sign-up.properties:4: heading is missing}.
 */
public final class CopyMistakes {
  private final List<String> lines = new ArrayList<>();

  /** Adds a mistake in a line of a file; the first line is 1. */
  public void add(String file, int line, String mistake) {
    lines.add(file + ":" + line + ": " + mistake);
  }

  /** Adds a mistake of a whole file or folder. */
  public void add(String file, String mistake) {
    lines.add(file + ": " + mistake);
  }

  /** Returns a line for each mistake, in the order of their discovery. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  /**
   * Ends the reading of the files if there was a mistake.
   *
   * @throws InvalidMailCopy if there is a mistake, with all of them
   */
  public void refuse() {
    if (!lines.isEmpty()) {
      throw new InvalidMailCopy(lines);
    }
  }
}
