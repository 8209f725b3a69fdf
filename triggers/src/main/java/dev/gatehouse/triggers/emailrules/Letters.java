package dev.gatehouse.triggers.emailrules;

/** Tells ASCII's letters apart, and folds them in one place. */
final class Letters {
  private Letters() {}

  static boolean isAsciiLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean isAsciiLetterOrDigit(int c) {
    return isAsciiLetter(c) || (c >= '0' && c <= '9');
  }

  static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  /**
   * Folds A to Z and nothing else: by Unicode's table the sign for Kelvin would become a plain k,
   * and by a Turkish machine's an I would become none.
   */
  static String lower(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isUpper(text.charAt(i))) {
        return folded(text, i);
      }
    }
    return text;
  }

  private static String folded(String text, int from) {
    char[] letters = text.toCharArray();
    for (int i = from; i < letters.length; i++) {
      if (isUpper(letters[i])) {
        letters[i] = (char) (letters[i] + 'a' - 'A');
      }
    }
    return new String(letters);
  }

  private static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  /** Counts the octets that a text has in UTF-8, in which the limits of RFC 5321 are meant. */
  static int octets(String text) {
    int octets = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // Either half of a pair is two octets of its four.
      octets += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return octets;
  }
}
