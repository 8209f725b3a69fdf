package dev.gatehouse.local.cognito.limits;

import dev.gatehouse.local.cognito.wire.CognitoError;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Counts what each user does within the hour and stops who does it too often. */
public final class Attempts {
  private static final Duration WINDOW = Duration.ofHours(1);

  private final Clock clock;
  private final Map<String, Deque<Instant>> made = new HashMap<>();

  /** Is what is counted, with how often it may be done within an hour. */
  public enum Action {
    CONFIRM_SIGN_UP(15),
    RESEND_CODE(5),
    ASK_ATTRIBUTE_CODE(5),
    VERIFY_ATTRIBUTE(15),
    /** AWS allows 5 to 20, the more the less risk it sees; on one machine it sees none. */
    RESET_PASSWORD(20);

    private final int anHour;

    Action(int anHour) {
      this.anHour = anHour;
    }
  }

  /** Takes the clock that tells when an hour is over. */
  public Attempts(Clock clock) {
    this.clock = clock;
  }

  /** Counts one more, or throws LimitExceededException, which does not count. */
  public synchronized void count(Action action, String poolId, String username) {
    Instant now = clock.instant();
    made.values().forEach(times -> forget(times, now));
    made.values().removeIf(Deque::isEmpty);
    Deque<Instant> times =
        made.computeIfAbsent(action + " " + poolId + " " + username, unused -> new ArrayDeque<>());
    if (times.size() >= action.anHour) {
      throw CognitoError.attemptLimitExceeded();
    }
    times.addLast(now);
  }

  private static void forget(Deque<Instant> times, Instant now) {
    Instant start = now.minus(WINDOW);
    while (!times.isEmpty() && !times.getFirst().isAfter(start)) {
      times.removeFirst();
    }
  }
}
