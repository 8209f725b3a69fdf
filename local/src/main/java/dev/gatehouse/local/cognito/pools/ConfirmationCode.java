package dev.gatehouse.local.cognito.pools;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * A confirmation code that was sent to a user.
 *
 * @param address the e-mail address that the code verifies
 */
public record ConfirmationCode(String digits, Instant expires, String address) {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** The purposes of codes; a user has at most one code of each. */
  public enum Purpose {
    SIGN_UP(Duration.ofHours(24)),
    RESET(Duration.ofHours(1)),
    ATTRIBUTE(Duration.ofHours(24)),
    /** The longest validity of the challenge that asks for the code, whose session ends earlier. */
    MFA(Duration.ofMinutes(15));

    private final Duration validity;

    Purpose(Duration validity) {
      this.validity = validity;
    }
  }

  /** Returns a new code of six digits for an e-mail address. */
  public static ConfirmationCode issue(Purpose purpose, String address, Instant now) {
    String digits = String.format(Locale.ROOT, "%06d", RANDOM.nextInt(1_000_000));
    return new ConfirmationCode(digits, now.plus(purpose.validity), address);
  }

  /** Returns whether the code has expired. */
  public boolean isExpired(Instant now) {
    return !now.isBefore(expires);
  }
}
