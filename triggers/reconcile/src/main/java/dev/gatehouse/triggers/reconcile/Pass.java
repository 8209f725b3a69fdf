package dev.gatehouse.triggers.reconcile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A pass over all users of the pool, then over all rows, then over all claims.
 *
 * @param number the number of the pass, from 1
 * @param expected the number of users of the pass before, -1 if there was none
 * @param cursor where the phase continues, or null at its begin
 * @param cursorAt the time of the cursor
 * @param seen the users listed
 * @param rows the rows checked
 * @param removed the rows removed
 */
record Pass(
    long number,
    long expected,
    Phase phase,
    @Nullable String cursor,
    Instant cursorAt,
    long seen,
    long rows,
    long removed) {

  /** What a pass goes over. */
  enum Phase {
    /** The users of the pool. */
    USERS,
    /** The rows of the users table. */
    ROWS,
    /** The claims of mailboxes. */
    CLAIMS
  }

  static Pass first(long number, long expected, Instant now) {
    return new Pass(number, expected, Phase.USERS, null, now, 0, 0, 0);
  }

  /** Returns the pass after a page of users. */
  Pass listed(int users, @Nullable String next, Instant now) {
    return at(next == null ? Phase.ROWS : phase, next, now, seen + users, rows, removed);
  }

  /** Returns the pass from its first user again; its token has expired. */
  Pass fromTheStart(Instant now) {
    return at(Phase.USERS, null, now, 0, rows, removed);
  }

  /** Returns the pass after a page of rows. */
  Pass checked(int more, @Nullable String next, Instant now) {
    return at(next == null ? Phase.CLAIMS : phase, next, now, seen, rows + more, removed);
  }

  /** Returns the pass after a row was removed. */
  Pass removedOne() {
    return at(phase, cursor, cursorAt, seen, rows, removed + 1);
  }

  /** Returns the pass after a page of claims. */
  Pass claimsChecked(String next, Instant now) {
    return at(phase, next, now, seen, rows, removed);
  }

  private Pass at(
      Phase next, @Nullable String from, Instant now, long users, long checked, long gone) {
    return new Pass(number, expected, next, from, now, users, checked, gone);
  }
}
