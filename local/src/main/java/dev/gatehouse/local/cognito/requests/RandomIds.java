package dev.gatehouse.local.cognito.requests;

import java.security.SecureRandom;

/** Random ids in Cognito's forms. */
public final class RandomIds {
  private static final String LOWER = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final String ALL = LOWER + "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomIds() {}

  /** Returns an id of letters and digits. */
  public static String alphanumeric(int length) {
    return random(ALL, length);
  }

  /** Returns an id of lower-case letters and digits. */
  public static String lowerCase(int length) {
    return random(LOWER, length);
  }

  private static String random(String from, int length) {
    StringBuilder id = new StringBuilder();
    RANDOM.ints(length, 0, from.length()).forEach(i -> id.append(from.charAt(i)));
    return id.toString();
  }
}
