package dev.gatehouse.triggers.reconcile;

import dev.gatehouse.triggers.reconcile.Pass.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one run hands on to the next.
 *
 * @param pass the open pass, or null if the last one is finished
 * @param passes the number of the last pass
 * @param lastSeen the number of users of the last whole pass, -1 before the first
 * @param since the end of the last whole pass, or the first run
 */
record ReconcileState(@Nullable Pass pass, long passes, long lastSeen, Instant since) {

  /** Reads a state; an empty one is that of the first run. */
  static ReconcileState of(Map<String, String> stored, Instant now) {
    if (stored.isEmpty()) {
      return new ReconcileState(null, 0, -1, now);
    }
    long passes = number(stored, "passes");
    return new ReconcileState(
        stored.containsKey("phase") ? pass(stored, passes) : null,
        passes,
        number(stored, "lastSeen"),
        Instant.parse(stored.getOrDefault("since", now.toString())));
  }

  private static Pass pass(Map<String, String> stored, long number) {
    return new Pass(
        number,
        number(stored, "lastSeen"),
        Phase.valueOf(stored.getOrDefault("phase", "")),
        stored.get("cursor"),
        Instant.parse(stored.getOrDefault("cursorAt", "")),
        number(stored, "seen"),
        number(stored, "rows"),
        number(stored, "removed"));
  }

  private static long number(Map<String, String> stored, String name) {
    return Long.parseLong(stored.getOrDefault(name, "0"));
  }

  /** Returns the state in the form in which it is stored. */
  Map<String, String> stored() {
    Map<String, String> stored = new HashMap<>();
    stored.put("passes", Long.toString(passes));
    stored.put("lastSeen", Long.toString(lastSeen));
    stored.put("since", since.toString());
    if (pass != null) {
      stored.put("phase", pass.phase().name());
      stored.put("cursorAt", pass.cursorAt().toString());
      stored.put("seen", Long.toString(pass.seen()));
      stored.put("rows", Long.toString(pass.rows()));
      stored.put("removed", Long.toString(pass.removed()));
      if (pass.cursor() != null) {
        stored.put("cursor", pass.cursor());
      }
    }
    return stored;
  }

  /** Returns the state with a new pass. */
  ReconcileState begun(Instant now) {
    return new ReconcileState(Pass.first(passes + 1, lastSeen, now), passes + 1, lastSeen, since);
  }

  /** Returns the state with the pass as it is now. */
  ReconcileState with(Pass now) {
    return new ReconcileState(now, passes, lastSeen, since);
  }

  /** Returns the state after the last page of the pass. */
  ReconcileState finished(Pass whole, Instant now) {
    return new ReconcileState(null, passes, whole.seen(), now);
  }

  /** Returns the age of the last whole pass, or of the first run. */
  Duration age(Instant now) {
    return Duration.between(since, now);
  }
}
