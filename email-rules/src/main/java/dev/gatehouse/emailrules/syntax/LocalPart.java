package dev.gatehouse.emailrules.syntax;

/**
 * The local part of an address: atoms joined by single dots.
 *
 * <p>Letters beyond ASCII pass here; {@link AddressSyntax} refuses them last, with an error of
 * their own.
 */
final class LocalPart {
  private static final String SPECIALS = "!#$%&'*+-/=?^_`{|}~";

  private LocalPart() {}

  static boolean isDotAtom(String local) {
    boolean afterDot = true;
    for (int i = 0; i < local.length(); i++) {
      char c = local.charAt(i);
      if (c == '.' ? afterDot : !isAtomCharacter(c)) {
        return false;
      }
      afterDot = c == '.';
    }
    return !afterDot;
  }

  private static boolean isAtomCharacter(char c) {
    return Ascii.isLetterOrDigit(c) || c > '~' || SPECIALS.indexOf(c) >= 0;
  }
}
