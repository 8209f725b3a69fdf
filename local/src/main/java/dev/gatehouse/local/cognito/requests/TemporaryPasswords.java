package dev.gatehouse.local.cognito.requests;

import dev.gatehouse.local.cognito.settings.PasswordPolicy;
import java.security.SecureRandom;

/** Random temporary passwords. */
public final class TemporaryPasswords {
  private static final SecureRandom RANDOM = new SecureRandom();
  // No characters that look alike in an e-mail.
  private static final String[] KINDS = {
    "ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghijkmnpqrstuvwxyz", "23456789", "!#$%*+-=?@_"
  };

  private TemporaryPasswords() {}

  /** Returns a password that satisfies the policy, with every kind of character. */
  public static String generate(PasswordPolicy policy) {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < Math.max(policy.minimumLength(), 12); i++) {
      String kind = KINDS[i % KINDS.length];
      password.append(kind.charAt(RANDOM.nextInt(kind.length())));
    }
    return password.toString();
  }
}
