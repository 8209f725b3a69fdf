package dev.gatehouse.local.cognito.operations;

import java.security.SecureRandom;

/** Makes ids in the forms that Cognito gives them. */
final class Ids {
  private static final String LOWER = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final String ALL = LOWER + "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  /** Returns so many letters and digits. */
  static String letters(int length) {
    return random(ALL, length);
  }

  /** Returns so many lower-case letters and digits. */
  static String lowerCase(int length) {
    return random(LOWER, length);
  }

  private static String random(String from, int length) {
    StringBuilder id = new StringBuilder();
    RANDOM.ints(length, 0, from.length()).forEach(i -> id.append(from.charAt(i)));
    return id.toString();
  }
}
