package dev.gatehouse.emailrules.syntax;

import static java.text.Normalizer.Form.NFKC;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Internationalized domain names: U-labels (Unicode) and A-labels ({@code xn--}), by RFC 5890.
 *
 * <p>The JDK's {@code java.net.IDN} implements IDNA 2003: it maps straße.de to strasse.de, a
 * different domain, drops joiners and accepts malformed labels.
 */
final class Idn {
  static final String A_LABEL_PREFIX = "xn--";

  private static final String INVALID_LABEL = "-";
  private static final int IDEOGRAPHIC_STOP = '\u3002';
  private static final int HALFWIDTH_STOP = '\uff61';
  private static final int FULLWIDTH_STOP = '\uff0e';
  private static final int IDEOGRAPHIC_ZERO = 0x3007;
  private static final int MIDDLE_DOT = 0xb7;
  private static final int KATAKANA_DOT = 0x30fb;

  private Idn() {}

  /** Returns the domain as A-labels in lower case; a malformed label stays malformed. */
  static String toAscii(String written) {
    if (Ascii.isAscii(written)) {
      return Ascii.lower(written);
    }
    StringBuilder domain = new StringBuilder();
    StringBuilder label = new StringBuilder();
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (isStop(c)) {
        domain.append(labelToAscii(label.toString())).append('.');
        label.setLength(0);
      } else {
        label.append(c);
      }
    }
    return domain.append(labelToAscii(label.toString())).toString();
  }

  private static boolean isStop(char c) {
    return c == '.' || c == IDEOGRAPHIC_STOP || c == HALFWIDTH_STOP || c == FULLWIDTH_STOP;
  }

  private static String labelToAscii(String label) {
    String normalized = normalized(label);
    if (normalized.indexOf('.') >= 0) {
      return INVALID_LABEL; // normalization made a dot of another character
    }
    return Ascii.isAscii(normalized) ? normalized : A_LABEL_PREFIX + Punycode.encode(normalized);
  }

  /** Maps each letter by itself, so that a sigma does not depend on its position. */
  private static String normalized(String label) {
    StringBuilder lowerCase = new StringBuilder();
    Normalizer.normalize(label, NFKC)
        .codePoints()
        .forEach(c -> lowerCase.append(Character.toString(c).toLowerCase(Locale.ROOT)));
    return Normalizer.normalize(lowerCase, NFKC);
  }

  static boolean hasALabel(String domain) {
    return domain.startsWith(A_LABEL_PREFIX) || domain.contains("." + A_LABEL_PREFIX);
  }

  /** Returns whether every A-label is the encoding of a U-label. */
  static boolean isWellFormed(String domain) {
    for (String label : domain.split("\\.", -1)) {
      if (label.startsWith(A_LABEL_PREFIX) && !isWellFormedLabel(label)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWellFormedLabel(String label) {
    @Nullable String letters = toUnicode(label);
    return letters != null
        && !letters.isEmpty()
        && !Ascii.isAscii(letters)
        && letters.equals(normalized(letters))
        && !isMark(letters.codePointAt(0))
        && !letters.startsWith("-")
        && !letters.endsWith("-")
        && letters.codePoints().allMatch(Idn::isLabelCharacter)
        && label.equals(A_LABEL_PREFIX + Punycode.encode(letters));
  }

  /** Returns the label in Unicode, or null if it is a malformed A-label. */
  static @Nullable String toUnicode(String label) {
    return label.startsWith(A_LABEL_PREFIX)
        ? Punycode.decode(label.substring(A_LABEL_PREFIX.length()))
        : label;
  }

  private static boolean isLabelCharacter(int c) {
    return c == '-'
        || Character.isLetterOrDigit(c)
        || isMark(c)
        || c == IDEOGRAPHIC_ZERO
        || c == MIDDLE_DOT
        || c == KATAKANA_DOT;
  }

  /** Returns whether a code point is a mark, as the vowel signs of Indic scripts are. */
  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }
}
