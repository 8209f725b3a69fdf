package dev.gatehouse.triggers.emailrules;

/**
 * Holds the part before the @ sign to atoms joined by single dots; letters beyond ASCII pass here,
 * so that an address with nothing else wrong gets an answer of its own.
 */
final class LocalPart {
  private static final String SPECIALS = "!#$%&'*+-/=?^_`{|}~";

  private LocalPart() {}

  static boolean isDotAtom(String local) {
    boolean afterDot = true;
    for (int i = 0; i < local.length(); i++) {
      char c = local.charAt(i);
      if (c == '.' ? afterDot : !isAtomLetter(c)) {
        return false;
      }
      afterDot = c == '.';
    }
    return !afterDot;
  }

  private static boolean isAtomLetter(char c) {
    return Letters.isAsciiLetterOrDigit(c) || c > '~' || SPECIALS.indexOf(c) >= 0;
  }
}
