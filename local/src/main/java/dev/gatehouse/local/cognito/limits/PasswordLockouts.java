package dev.gatehouse.local.cognito.limits;

import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Lockouts after wrong passwords: from the fifth on, each longer than the last. */
public final class PasswordLockouts {
  private static final int FREE_ATTEMPTS = 5;
  private static final Duration LONGEST_LOCKOUT = Duration.ofMinutes(15);

  /** A power of two. */
  private static final int STRIPES = 64;

  private final Clock clock;
  private final Map<String, Failures> byUser = new HashMap<>();
  private final List<ReentrantLock> attempts =
      Stream.generate(ReentrantLock::new).limit(STRIPES).toList();

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

  /**
   * Checks a password and counts it if it is wrong; throws NotAuthorizedException while the user is
   * locked out. The passwords of one user are checked one after the other, or more of them than are
   * allowed could be tried at once.
   *
   * @param matches returns whether the password is right
   */
  public boolean attempt(String poolId, String username, BooleanSupplier matches) {
    ReentrantLock turn = attempts.get(key(poolId, username).hashCode() & (STRIPES - 1));
    turn.lock();
    try {
      check(poolId, username);
      boolean right = matches.getAsBoolean();
      if (right) {
        recordSuccess(poolId, username);
      } else {
        recordFailure(poolId, username);
      }
      return right;
    } finally {
      turn.unlock();
    }
  }

  private synchronized void recordFailure(String poolId, String username) {
    Instant now = clock.instant();
    // Fifteen minutes without an attempt after a lockout reset the count.
    byUser.values().removeIf(old -> !now.isBefore(old.lockedUntil().plus(LONGEST_LOCKOUT)));
    Failures before = byUser.get(key(poolId, username));
    int count = before == null ? 1 : before.count() + 1;
    byUser.put(key(poolId, username), new Failures(count, now.plus(lockout(count))));
  }

  private synchronized void recordSuccess(String poolId, String username) {
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
