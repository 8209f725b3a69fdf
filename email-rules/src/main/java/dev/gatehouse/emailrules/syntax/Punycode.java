package dev.gatehouse.emailrules.syntax;

import org.jspecify.annotations.Nullable;

/** The Punycode encoding of Unicode in ASCII, by RFC 3492. */
final class Punycode {
  private static final int BASE = 36;
  private static final int T_MIN = 1;
  private static final int T_MAX = 26;
  private static final int SKEW = 38;
  private static final int DAMP = 700;
  private static final int FIRST_BIAS = 72;
  private static final int FIRST_BEYOND_ASCII = 0x80;

  private Punycode() {}

  /** Returns the decoded label, or null if the text is not Punycode. */
  static @Nullable String decode(String encoded) {
    int delimiter = encoded.lastIndexOf('-');
    StringBuilder output = new StringBuilder(encoded.substring(0, Math.max(delimiter, 0)));
    int in = delimiter < 0 ? 0 : delimiter + 1;
    long codePoint = FIRST_BEYOND_ASCII;
    long i = 0;
    int bias = FIRST_BIAS;
    while (in < encoded.length()) {
      long before = i;
      long weight = 1;
      for (int k = BASE; ; k += BASE) {
        int digit = in < encoded.length() ? digit(encoded.charAt(in++)) : -1;
        if (digit < 0) {
          return null;
        }
        i += digit * weight;
        int threshold = threshold(k, bias);
        if (digit < threshold) {
          break;
        }
        weight *= BASE - threshold;
        if (i > Integer.MAX_VALUE || weight > Integer.MAX_VALUE) {
          return null;
        }
      }
      int length = output.codePointCount(0, output.length()) + 1;
      bias = adapt(i - before, length, before == 0);
      codePoint += i / length;
      i %= length;
      if (codePoint > Character.MAX_CODE_POINT) {
        return null;
      }
      int at = output.offsetByCodePoints(0, (int) i);
      output.insert(at, Character.toString((int) codePoint));
      i++;
    }
    return output.toString();
  }

  static String encode(String label) {
    int[] letters = label.codePoints().toArray();
    StringBuilder output = new StringBuilder();
    for (int letter : letters) {
      if (letter < FIRST_BEYOND_ASCII) {
        output.appendCodePoint(letter);
      }
    }
    int basic = output.length();
    if (basic > 0) {
      output.append('-');
    }
    int done = basic;
    long delta = 0;
    int bias = FIRST_BIAS;
    int reached = FIRST_BEYOND_ASCII;
    while (done < letters.length) {
      int next = smallestFrom(letters, reached);
      delta += (next - (long) reached) * (done + 1);
      for (int letter : letters) {
        if (letter < next) {
          delta++;
        } else if (letter == next) {
          write(output, delta, bias);
          bias = adapt(delta, done + 1, done == basic);
          delta = 0;
          done++;
        }
      }
      delta++;
      reached = next + 1;
    }
    return output.toString();
  }

  private static int smallestFrom(int[] letters, int from) {
    int smallest = Integer.MAX_VALUE;
    for (int letter : letters) {
      if (letter >= from && letter < smallest) {
        smallest = letter;
      }
    }
    return smallest;
  }

  private static void write(StringBuilder output, long delta, int bias) {
    long rest = delta;
    for (int k = BASE; ; k += BASE) {
      int threshold = threshold(k, bias);
      if (rest < threshold) {
        output.append(letter(rest));
        return;
      }
      output.append(letter(threshold + (rest - threshold) % (BASE - threshold)));
      rest = (rest - threshold) / (BASE - threshold);
    }
  }

  private static int threshold(int k, int bias) {
    return Math.max(T_MIN, Math.min(T_MAX, k - bias));
  }

  private static int adapt(long delta, int length, boolean first) {
    long rest = first ? delta / DAMP : delta / 2;
    rest += rest / length;
    int k = 0;
    while (rest > (BASE - T_MIN) * T_MAX / 2) {
      rest /= BASE - T_MIN;
      k += BASE;
    }
    return (int) (k + (BASE - T_MIN + 1) * rest / (rest + SKEW));
  }

  private static char letter(long digit) {
    return (char) (digit < 26 ? 'a' + digit : '0' + digit - 26);
  }

  private static int digit(char c) {
    if (c >= 'a' && c <= 'z') {
      return c - 'a';
    }
    return c >= '0' && c <= '9' ? c - '0' + 26 : -1;
  }
}
