package dev.gatehouse.triggers.emailrules;

import static java.text.Normalizer.Form.NFKC;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Knows domains beyond ASCII, which mail knows as {@code xn--} and RFC 3492.
 *
 * <p>The JDK's own {@code java.net.IDN} speaks the rules of 2003: it turns straße.de into another
 * owner's strasse.de, drops joiners in silence and takes what is no label.
 */
final class International {
  static final String PREFIX = "xn--";

  private static final String NO_LABEL = "-";
  private static final int IDEOGRAPHIC_STOP = '\u3002';
  private static final int HALFWIDTH_STOP = '\uff61';
  private static final int FULLWIDTH_STOP = '\uff0e';
  private static final int IDEOGRAPHIC_ZERO = 0x3007;
  private static final int MIDDLE_DOT = 0xb7;
  private static final int KATAKANA_DOT = 0x30fb;

  private International() {}

  /** Returns the domain in small letters of ASCII, whatever it was; what is no label stays none. */
  static String toAscii(String shown) {
    if (Letters.isAscii(shown)) {
      return Letters.lower(shown);
    }
    StringBuilder domain = new StringBuilder();
    StringBuilder label = new StringBuilder();
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
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
    String folded = folded(label);
    if (folded.indexOf('.') >= 0) {
      return NO_LABEL; // its dot was none of the domain's own
    }
    return Letters.isAscii(folded) ? folded : PREFIX + Punycode.encode(folded);
  }

  /** Letter by letter: a sigma is to be the same one wherever it stands. */
  private static String folded(String label) {
    StringBuilder small = new StringBuilder();
    Normalizer.normalize(label, NFKC)
        .codePoints()
        .forEach(c -> small.append(Character.toString(c).toLowerCase(Locale.ROOT)));
    return Normalizer.normalize(small, NFKC);
  }

  static boolean isEncoded(String domain) {
    return domain.startsWith(PREFIX) || domain.contains("." + PREFIX);
  }

  /** Whether every label that is written as {@code xn--} stands for one that could be. */
  static boolean isWellFormed(String domain) {
    for (String label : domain.split("\\.", -1)) {
      if (label.startsWith(PREFIX) && !isWellFormedLabel(label)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWellFormedLabel(String label) {
    @Nullable String letters = shown(label);
    return letters != null
        && !letters.isEmpty()
        && !Letters.isAscii(letters)
        && letters.equals(folded(letters))
        && !isMark(letters.codePointAt(0))
        && !letters.startsWith("-")
        && !letters.endsWith("-")
        && letters.codePoints().allMatch(International::isOfALabel)
        && label.equals(PREFIX + Punycode.encode(letters));
  }

  /** Returns what a label is shown as, or null if it stands for nothing. */
  static @Nullable String shown(String label) {
    return label.startsWith(PREFIX) ? Punycode.decode(label.substring(PREFIX.length())) : label;
  }

  private static boolean isOfALabel(int c) {
    return c == '-'
        || Character.isLetterOrDigit(c)
        || isMark(c)
        || c == IDEOGRAPHIC_ZERO
        || c == MIDDLE_DOT
        || c == KATAKANA_DOT;
  }

  /** Vowel signs of Indic scripts are marks, and part of a word. */
  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }
}
