package dev.gatehouse.triggers.emailrules;

import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Holds the part after the @ sign to two or more labels of letters, digits and hyphens; letters
 * beyond ASCII pass here, so that an address with nothing else wrong gets an answer of its own.
 */
final class DomainPart implements Rule {
  private static final int DOMAIN = 253;
  private static final int LABEL = 63;

  @Override
  public Optional<Decision> judge(Address address) {
    return Rule.refuseIf(!isDomain(address.domain()), RefusalCode.EMAIL_INVALID);
  }

  static boolean isDomain(String domain) {
    int lastDot = domain.lastIndexOf('.');
    return domain.length() <= DOMAIN
        && lastDot > 0
        && isTopLevel(domain.substring(lastDot + 1))
        && areLabels(domain);
  }

  private static boolean areLabels(String domain) {
    int start = 0;
    while (start <= domain.length()) {
      int dot = domain.indexOf('.', start);
      int end = dot < 0 ? domain.length() : dot;
      if (!isLabel(domain.substring(start, end))) {
        return false;
      }
      start = end + 1;
    }
    return true;
  }

  private static boolean isLabel(String label) {
    return !label.isEmpty()
        && label.length() <= LABEL
        && label.charAt(0) != '-'
        && label.charAt(label.length() - 1) != '-'
        && (!label.startsWith("--", 2) || isEncoded(label))
        && all(label, c -> c == '-' || isLetterOrDigit(c));
  }

  private static boolean isTopLevel(String label) {
    return isEncoded(label) || (label.length() >= 2 && all(label, DomainPart::isLetter));
  }

  /** Whether the label is an international one in ASCII's clothes. */
  private static boolean isEncoded(String label) {
    return label.regionMatches(true, 0, "xn--", 0, 4);
  }

  private static boolean all(String label, IntPredicate what) {
    int i = 0;
    while (i < label.length()) {
      int codePoint = label.codePointAt(i);
      if (!what.test(codePoint)) {
        return false;
      }
      i += Character.charCount(codePoint);
    }
    return true;
  }

  private static boolean isLetterOrDigit(int c) {
    return c <= '~' ? Letters.isAsciiLetterOrDigit(c) : Character.isDigit(c) || isLetter(c);
  }

  private static boolean isLetter(int c) {
    return c <= '~' ? Letters.isAsciiLetter(c) : Character.isLetter(c) || isMark(c);
  }

  /** Vowel signs of Indic scripts are marks, and part of a word. */
  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }
}
