package dev.gatehouse.triggers.reconcile;

import org.jspecify.annotations.Nullable;

/** The counts of one run, the page it has reached, and the reason if it ended early. */
final class ReconcileProgress {
  /** After so many failed writes the table is considered down, and the run ends. */
  private static final int FAILURE_LIMIT = 5;

  private long seen;
  private long written;
  private long repaired;
  private long failed;
  private long claimsLost;
  private @Nullable String token;
  private @Nullable Stop stop;
  private @Nullable Throwable failure;

  /** Creates the progress of a run that begins at a page, or at the first page without a token. */
  ReconcileProgress(@Nullable String token) {
    this.token = token;
  }

  /** The reason why a run ended before the last page; the next run repeats its page. */
  enum Stop {
    /** Too little of the function's time is left. */
    OUT_OF_TIME,
    /** A page could not be listed. */
    POOL_FAILED,
    /** Several rows could not be written. */
    TABLE_FAILED
  }

  /** Counts a listed user. */
  void userSeen() {
    seen++;
  }

  /** Counts a written row. */
  void rowWritten() {
    written++;
  }

  /** Counts a repaired row. */
  void rowRepaired() {
    repaired++;
  }

  /** Counts a mailbox that belongs to another account. */
  void claimLost() {
    claimsLost++;
  }

  /** Counts a row that could not be written. */
  void rowFailed(Throwable cause) {
    failed++;
    failure = cause;
    if (failed == FAILURE_LIMIT) {
      stop = Stop.TABLE_FAILED;
    }
  }

  /** Ends the run because a page could not be listed. */
  void poolFailed(Throwable cause) {
    failure = cause;
    stop = Stop.POOL_FAILED;
  }

  /** Ends the run because its time is up. */
  void timeIsUp() {
    stop = Stop.OUT_OF_TIME;
  }

  /** Moves on to the next page, or to the end without a token. */
  void advanceTo(@Nullable String next) {
    token = next;
  }

  long seen() {
    return seen;
  }

  long written() {
    return written;
  }

  long repaired() {
    return repaired;
  }

  long failures() {
    return failed;
  }

  long claimsLost() {
    return claimsLost;
  }

  /** Returns the token of the current page, or null for the first one. */
  @Nullable String token() {
    return token;
  }

  /** Returns the reason why the run ended early, or null. */
  @Nullable Stop stopped() {
    return stop;
  }

  /** Returns the last failure, or null. */
  @Nullable Throwable failure() {
    return failure;
  }
}
