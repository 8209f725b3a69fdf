package dev.gatehouse.triggers.messages;

/** Stops a function at its start: a file of words lacks something, or has too much of it. */
public final class WordsInvalid extends RuntimeException {
  /** Names the file, the key in it, and what is wrong with that. */
  WordsInvalid(String file, String key, String wrong) {
    super(file + ": " + key + " " + wrong);
  }

  /** Names the file and what is wrong with it. */
  WordsInvalid(String file, String wrong) {
    super(file + " " + wrong);
  }
}
