package dev.gatehouse.local.cognito.operations;

import dev.gatehouse.local.cognito.settings.PasswordPolicy;
import java.security.SecureRandom;

/** Makes up a password for an invitation. */
final class TemporaryPassword {
  private static final SecureRandom RANDOM = new SecureRandom();
  // Nothing that reads like something else in a mail.
  private static final String[] KINDS = {
    "ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghijkmnpqrstuvwxyz", "23456789", "!#$%*+-=?@_"
  };

  private TemporaryPassword() {}

  /** Returns a password of every kind of character, long enough for the policy. */
  static String of(PasswordPolicy policy) {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < Math.max(policy.minimumLength(), 12); i++) {
      String kind = KINDS[i % KINDS.length];
      password.append(kind.charAt(RANDOM.nextInt(kind.length())));
    }
    return password.toString();
  }
}
