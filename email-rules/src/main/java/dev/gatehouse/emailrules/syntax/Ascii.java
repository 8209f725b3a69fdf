package dev.gatehouse.emailrules.syntax;

/** Letters, digits and lower case of ASCII, independent of the locale. */
public final class Ascii {
  private Ascii() {}

  static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** Returns whether a character is a letter or a digit of ASCII. */
  public static boolean isLetterOrDigit(int c) {
    return isLetter(c) || (c >= '0' && c <= '9');
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
   * Returns a text with A to Z in lower case and all else unchanged. By Unicode's rules the Kelvin
   * sign would become a plain k, and in a Turkish locale an I would not become an i.
   */
  public static String lower(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isUpper(text.charAt(i))) {
        return lowerFrom(text, i);
      }
    }
    return text;
  }

  private static String lowerFrom(String text, int start) {
    char[] letters = text.toCharArray();
    for (int i = start; i < letters.length; i++) {
      if (isUpper(letters[i])) {
        letters[i] = (char) (letters[i] + 'a' - 'A');
      }
    }
    return new String(letters);
  }

  private static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  /** Returns the number of octets in UTF-8, the unit of the limits in RFC 5321. */
  static int octets(String text) {
    int octets = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // Each surrogate of a pair accounts for two of its four octets.
      octets += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return octets;
  }
}
