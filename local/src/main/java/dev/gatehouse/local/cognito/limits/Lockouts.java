package dev.gatehouse.local.cognito.limits;

import dev.gatehouse.local.cognito.wire.CognitoError;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Shuts out for a while whoever gives a wrong password for the fifth time, and ever longer. */
public final class Lockouts {
  private static final int FREE = 5;
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final Clock clock;
  private final Map<String, Failures> byUser = new HashMap<>();

  private record Failures(int count, Instant lockedUntil) {}

  /** Takes the clock that tells when a lockout is over. */
  public Lockouts(Clock clock) {
    this.clock = clock;
  }

  /** Throws NotAuthorizedException while the user is locked out; that does not make it longer. */
  public synchronized void check(String poolId, String username) {
    Failures failures = byUser.get(key(poolId, username));
    if (failures != null && clock.instant().isBefore(failures.lockedUntil())) {
      throw CognitoError.notAuthorized("Password attempts exceeded");
    }
  }

  /** Notes a wrong password. */
  public synchronized void failed(String poolId, String username) {
    Instant now = clock.instant();
    // A quarter of an hour without an attempt after a lockout starts everything afresh.
    byUser.values().removeIf(old -> !now.isBefore(old.lockedUntil().plus(LONGEST)));
    Failures before = byUser.get(key(poolId, username));
    int count = before == null ? 1 : before.count() + 1;
    byUser.put(key(poolId, username), new Failures(count, now.plus(lockout(count))));
  }

  /** Notes a sign-in, after which everything starts afresh. */
  public synchronized void succeeded(String poolId, String username) {
    byUser.remove(key(poolId, username));
  }

  private static Duration lockout(int failures) {
    if (failures < FREE) {
      return Duration.ZERO;
    }
    long seconds = 1L << Math.min(failures - FREE, 20);
    return seconds < LONGEST.toSeconds() ? Duration.ofSeconds(seconds) : LONGEST;
  }

  private static String key(String poolId, String username) {
    return poolId + " " + username;
  }
}
