package dev.gatehouse.dynamodb.value;

import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.error.Texts;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** DynamoDB's numbers: 38 significant digits, 1E-130 to 9.99...E+125. */
public final class Numbers {

  private static final int DIGITS = 38;
  private static final int LARGEST_EXPONENT = 125;
  private static final int SMALLEST_EXPONENT = -130;

  private Numbers() {}

  /** Returns the number without trailing zeros, so that equal numbers are equal objects. */
  public static BigDecimal canonical(BigDecimal number) {
    return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
  }

  /** Returns the form that is answered: plain decimal. */
  public static String text(BigDecimal number) {
    return canonical(number).toPlainString();
  }

  /** Reads a number of a request. */
  public static BigDecimal parse(String text, Layer layer) {
    @Nullable Scanned scanned = Scanned.of(text);
    if (scanned == null) {
      boolean bare = text.isEmpty() && layer == Layer.OLDER;
      throw DynamoDbException.ofRequest(
          bare ? Texts.NOT_A_NUMBER : Texts.NOT_A_NUMBER + ": " + text);
    }
    if (layer == Layer.OLDER && scanned.exponent() >= Integer.MAX_VALUE) {
      // The older layer adds the exponent as an int, which wraps.
      throw DynamoDbException.ofRequest(Texts.NUMBER_UNDERFLOW);
    }
    checkMagnitude(scanned.magnitude());
    BigDecimal number = scanned.number();
    checkDigits(number);
    return canonical(number);
  }

  /** Returns the result of arithmetic; throws if it is outside of the range. */
  public static BigDecimal checked(BigDecimal result) {
    BigDecimal number = canonical(result);
    if (number.signum() != 0) {
      checkMagnitude((long) number.precision() - number.scale() - 1);
    }
    checkDigits(number);
    return number;
  }

  private static void checkMagnitude(long exponent) {
    if (exponent > LARGEST_EXPONENT) {
      throw DynamoDbException.ofRequest(Texts.NUMBER_OVERFLOW);
    }
    if (exponent < SMALLEST_EXPONENT) {
      throw DynamoDbException.ofRequest(Texts.NUMBER_UNDERFLOW);
    }
  }

  private static void checkDigits(BigDecimal number) {
    if (canonical(number).precision() > DIGITS) {
      throw DynamoDbException.ofRequest(Texts.NUMBER_DIGITS);
    }
  }

  /** The parts of a written number. */
  private record Scanned(boolean negative, String digits, int fraction, long exponent) {

    /** Returns the parts, or null for what is not a number. */
    static @Nullable Scanned of(String text) {
      int at = 0;
      boolean negative = text.startsWith("-");
      if (negative || text.startsWith("+")) {
        at++;
      }
      int point = -1;
      StringBuilder digits = new StringBuilder();
      for (; at < text.length(); at++) {
        char c = text.charAt(at);
        if (c >= '0' && c <= '9') {
          digits.append(c);
        } else if (c == '.' && point < 0) {
          point = digits.length();
        } else {
          break;
        }
      }
      @Nullable Long exponent = at == text.length() ? Long.valueOf(0) : exponent(text, at);
      if (digits.isEmpty() || exponent == null) {
        return null;
      }
      int fraction = point < 0 ? 0 : digits.length() - point;
      return new Scanned(negative, digits.toString(), fraction, exponent);
    }

    private static @Nullable Long exponent(String text, int at) {
      char e = text.charAt(at);
      boolean signed =
          at + 1 < text.length() && (text.charAt(at + 1) == '+' || text.charAt(at + 1) == '-');
      int first = at + (signed ? 2 : 1);
      if ((e != 'e' && e != 'E') || first == text.length()) {
        return null;
      }
      for (int i = first; i < text.length(); i++) {
        if (text.charAt(i) < '0' || text.charAt(i) > '9') {
          return null;
        }
      }
      try {
        return Long.valueOf(text.substring(at + 1));
      } catch (NumberFormatException tooLong) {
        return null;
      }
    }

    /** Returns the exponent of the first digit; zero counts as if its last digit were 1. */
    long magnitude() {
      int leading = 0;
      while (leading < digits.length() - 1 && digits.charAt(leading) == '0') {
        leading++;
      }
      long ofLast = saturated(exponent, -fraction);
      return saturated(ofLast, digits.length() - 1 - leading);
    }

    private static long saturated(long a, long b) {
      BigInteger sum = BigInteger.valueOf(a).add(BigInteger.valueOf(b));
      return sum.bitLength() < Long.SIZE
          ? sum.longValue()
          : sum.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    /** Returns the number, whose magnitude was checked. */
    BigDecimal number() {
      BigInteger unscaled = new BigInteger(digits);
      if (unscaled.signum() == 0) {
        return BigDecimal.ZERO;
      }
      int scale = Math.toIntExact(fraction - exponent);
      return new BigDecimal(negative ? unscaled.negate() : unscaled, scale);
    }
  }
}
