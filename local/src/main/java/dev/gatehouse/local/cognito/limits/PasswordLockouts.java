package dev.gatehouse.local.cognito.limits;

import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.state.StateEntries;
import dev.gatehouse.local.state.StateStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
  private final StateEntries<Failures> entries;
  private final Map<String, Failures> byUser = new ConcurrentHashMap<>();
  private final List<ReentrantLock> attempts =
      Stream.generate(ReentrantLock::new).limit(STRIPES).toList();

  private record Failures(int count, Instant lockedUntil) {
    /** Returns whether fifteen minutes without an attempt after a lockout have reset the count. */
    boolean areForgotten(Instant now) {
      return !now.isBefore(lockedUntil.plus(LONGEST_LOCKOUT));
    }
  }

  /** Creates the lockouts that are stored. */
  public PasswordLockouts(Clock clock, StateStore state) {
    this.clock = clock;
    this.entries = state.entries("cognito-lockouts", Failures.class);
    state.read(this::read);
  }

  private void read() {
    Map<String, Failures> stored = entries.all();
    byUser.keySet().retainAll(stored.keySet());
    byUser.putAll(stored);
  }

  /** Throws NotAuthorizedException while the user is locked out, without prolonging the lockout. */
  public void check(String poolId, String username) {
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
    String key = key(poolId, username);
    ReentrantLock turn = attempts.get(key.hashCode() & (STRIPES - 1));
    turn.lock();
    try {
      check(poolId, username);
      boolean right = matches.getAsBoolean();
      if (right) {
        recordSuccess(key);
      } else {
        recordFailure(key);
      }
      return right;
    } finally {
      turn.unlock();
    }
  }

  private void recordFailure(String key) {
    Instant now = clock.instant();
    byUser.forEach(
        (user, failures) -> {
          if (failures.areForgotten(now) && byUser.remove(user, failures)) {
            changed(user);
          }
        });
    Failures before = byUser.get(key);
    int count = before == null ? 1 : before.count() + 1;
    byUser.put(key, new Failures(count, now.plus(lockout(count))));
    changed(key);
  }

  private void recordSuccess(String key) {
    if (byUser.remove(key) != null) {
      changed(key);
    }
  }

  private void changed(String key) {
    entries.changed(key, () -> byUser.get(key));
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
