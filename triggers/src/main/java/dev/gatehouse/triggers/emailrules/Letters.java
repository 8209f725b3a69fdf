package dev.gatehouse.triggers.emailrules;

import java.util.Locale;

/** Tells letters apart, and folds them in one place. */
final class Letters {
  private Letters() {}

  static boolean isAsciiLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean isAsciiLetterOrDigit(int c) {
    return isAsciiLetter(c) || (c >= '0' && c <= '9');
  }

  /** Folds without regard to the machine's language: in Turkish, I would not become i. */
  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
