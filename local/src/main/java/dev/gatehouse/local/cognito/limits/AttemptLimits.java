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
import java.util.stream.Stream;

/** Limits on how often a user may attempt an action within an hour. */
public final class AttemptLimits {
  private static final Duration WINDOW = Duration.ofHours(1);

  private final Clock clock;
  private final StateEntries<Attempts> entries;
  private final Map<String, Attempts> attempts = new ConcurrentHashMap<>();

  /** The times of attempts, oldest first. */
  private record Attempts(List<Instant> times) {
    static final Attempts NONE = new Attempts(List.of());

    Attempts after(Instant start) {
      return new Attempts(times.stream().filter(time -> time.isAfter(start)).toList());
    }

    /** Returns whether no attempt is left; without a stream, since all users' are asked. */
    boolean allBefore(Instant start) {
      return times.isEmpty() || !times.getLast().isAfter(start);
    }

    Attempts with(Instant time) {
      return new Attempts(Stream.concat(times.stream(), Stream.of(time)).toList());
    }
  }

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

  /** Creates limits with the attempts that are stored. */
  public AttemptLimits(Clock clock, StateStore state) {
    this.clock = clock;
    this.entries = state.entries("cognito-attempts", Attempts.class);
    state.read(this::read);
  }

  private void read() {
    Map<String, Attempts> stored = entries.all();
    attempts.keySet().retainAll(stored.keySet());
    attempts.putAll(stored);
  }

  /**
   * Counts an attempt; throws LimitExceededException, without counting it, if there were too many.
   */
  public void count(Action action, String poolId, String username) {
    Instant now = clock.instant();
    removeExpired(now);
    String key = action + " " + poolId + " " + username;
    Attempts unused =
        attempts.compute(
            key,
            (user, before) -> {
              Attempts recent = before == null ? Attempts.NONE : before.after(now.minus(WINDOW));
              if (recent.times().size() >= action.perHour) {
                throw CognitoErrors.attemptLimitExceeded();
              }
              return recent.with(now);
            });
    changed(key);
  }

  private void removeExpired(Instant now) {
    Instant start = now.minus(WINDOW);
    attempts.forEach(
        (key, all) -> {
          if (all.allBefore(start) && attempts.remove(key, all)) {
            changed(key);
          }
        });
  }

  private void changed(String key) {
    entries.changed(key, () -> attempts.get(key));
  }
}
