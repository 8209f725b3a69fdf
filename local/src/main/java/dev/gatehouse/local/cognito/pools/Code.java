package dev.gatehouse.local.cognito.pools;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Is a code that was mailed to a user, good until it expires.
 *
 * @param address where it was mailed, which is what it proves
 */
public record Code(String digits, Instant expires, String address) {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Says what a code is for; a user has at most one of each. */
  public enum Purpose {
    SIGN_UP(Duration.ofHours(24)),
    RESET(Duration.ofHours(1)),
    ATTRIBUTE(Duration.ofHours(24));

    private final Duration holds;

    Purpose(Duration holds) {
      this.holds = holds;
    }
  }

  /** Returns a new code of six digits for this address. */
  public static Code issue(Purpose purpose, String address, Instant now) {
    String digits = String.format(Locale.ROOT, "%06d", RANDOM.nextInt(1_000_000));
    return new Code(digits, now.plus(purpose.holds), address);
  }

  /** Tells whether the code is too old. */
  public boolean isExpired(Instant now) {
    return !now.isBefore(expires);
  }
}
