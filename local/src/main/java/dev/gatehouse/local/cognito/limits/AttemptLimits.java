package dev.gatehouse.local.cognito.limits;

import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Limits on how often a user may attempt an action within an hour. */
public final class AttemptLimits {
  private static final Duration WINDOW = Duration.ofHours(1);

  private final Clock clock;
  private final Map<String, Deque<Instant>> attempts = new HashMap<>();

  /** The limited actions, each with its number of attempts per hour. */
  public enum Action {
    CONFIRM_SIGN_UP(15),
    RESEND_CODE(5),
    CHANGE_PASSWORD(5),
    REQUEST_ATTRIBUTE_CODE(5),
    VERIFY_ATTRIBUTE(15),
    /** AWS allows 5 to 20, more at a lower risk. The local emulator sees no risk. */
    RESET_PASSWORD(20);

    private final int perHour;

    Action(int perHour) {
      this.perHour = perHour;
    }
  }

  /** Creates limits without attempts so far. */
  public AttemptLimits(Clock clock) {
    this.clock = clock;
  }

  /**
   * Counts an attempt; throws LimitExceededException, without counting it, if there were too many.
   */
  public synchronized void count(Action action, String poolId, String username) {
    Instant now = clock.instant();
    attempts.values().forEach(times -> removeExpired(times, now));
    attempts.values().removeIf(Deque::isEmpty);
    Deque<Instant> times =
        attempts.computeIfAbsent(
            action + " " + poolId + " " + username, unused -> new ArrayDeque<>());
    if (times.size() >= action.perHour) {
      throw CognitoErrors.attemptLimitExceeded();
    }
    times.addLast(now);
  }

  private static void removeExpired(Deque<Instant> times, Instant now) {
    Instant start = now.minus(WINDOW);
    while (!times.isEmpty() && !times.getFirst().isAfter(start)) {
      times.removeFirst();
    }
  }
}
