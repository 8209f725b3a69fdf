package dev.gatehouse.local.cognito.limits;

import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Lockouts after wrong passwords: from the fifth on, each longer than the last. */
public final class PasswordLockouts {
  private static final int FREE_ATTEMPTS = 5;
  private static final Duration LONGEST_LOCKOUT = Duration.ofMinutes(15);

  private final Clock clock;
  private final Map<String, Failures> byUser = new HashMap<>();

  private record Failures(int count, Instant lockedUntil) {}

  /** Creates lockouts without failures so far. */
  public PasswordLockouts(Clock clock) {
    this.clock = clock;
  }

  /** Throws NotAuthorizedException while the user is locked out, without prolonging the lockout. */
  public synchronized void check(String poolId, String username) {
    Failures failures = byUser.get(key(poolId, username));
    if (failures != null && clock.instant().isBefore(failures.lockedUntil())) {
      throw CognitoErrors.notAuthorized("Password attempts exceeded");
    }
  }

  /** Records a wrong password. */
  public synchronized void recordFailure(String poolId, String username) {
    Instant now = clock.instant();
    // Fifteen minutes without an attempt after a lockout reset the count.
    byUser.values().removeIf(old -> !now.isBefore(old.lockedUntil().plus(LONGEST_LOCKOUT)));
    Failures before = byUser.get(key(poolId, username));
    int count = before == null ? 1 : before.count() + 1;
    byUser.put(key(poolId, username), new Failures(count, now.plus(lockout(count))));
  }

  /** Records a sign-in, which resets the count. */
  public synchronized void recordSuccess(String poolId, String username) {
    byUser.remove(key(poolId, username));
  }

  private static Duration lockout(int failures) {
    if (failures < FREE_ATTEMPTS) {
      return Duration.ZERO;
    }
    long seconds = 1L << Math.min(failures - FREE_ATTEMPTS, 20);
    return seconds < LONGEST_LOCKOUT.toSeconds() ? Duration.ofSeconds(seconds) : LONGEST_LOCKOUT;
  }

  private static String key(String poolId, String username) {
    return poolId + " " + username;
  }
}
