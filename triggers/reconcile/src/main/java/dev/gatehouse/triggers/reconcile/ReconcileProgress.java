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
  private long claimsFreed;
  private long different;
  private long gone;
  private long removed;
  private long postponed;
  private long erasuresIncomplete;
  private boolean rowsChecked;
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
    TABLE_FAILED,

    /** The search for rows without users broke off. */
    CHECK_FAILED
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

  /** Counts a row that differs from the pool. */
  void rowDiffers() {
    different++;
  }

  /** Counts a row whose user is gone. */
  void userGone() {
    gone++;
  }

  /** Counts a removed row. */
  void rowRemoved() {
    removed++;
  }

  /** Counts a row that this run may not remove, since it has removed as many as it may. */
  void removalPostponed() {
    postponed++;
  }

  /** Counts a freed mailbox. */
  void claimFreed() {
    claimsFreed++;
  }

  /** Counts a user of the pool who has a tombstone. */
  void erasureIncomplete() {
    erasuresIncomplete++;
  }

  /** Notes that every row was compared with a complete listing of the pool. */
  void rowsAreChecked() {
    rowsChecked = true;
  }

  /** Ends the run because rows or claims could not be checked. */
  void checkFailed(Throwable cause) {
    failure = cause;
    stop = Stop.CHECK_FAILED;
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

  long different() {
    return different;
  }

  long gone() {
    return gone;
  }

  long removed() {
    return removed;
  }

  long postponed() {
    return postponed;
  }

  long claimsFreed() {
    return claimsFreed;
  }

  long erasuresIncomplete() {
    return erasuresIncomplete;
  }

  boolean areRowsChecked() {
    return rowsChecked;
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
