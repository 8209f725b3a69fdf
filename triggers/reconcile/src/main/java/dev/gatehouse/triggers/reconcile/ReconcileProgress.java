package dev.gatehouse.triggers.reconcile;

import org.jspecify.annotations.Nullable;

/** The counts of one run, and the reason if it ended before the pass. */
final class ReconcileProgress {
  /** After so many failures in a row the service is considered down, and the run ends. */
  private static final int FAILURE_LIMIT = 5;

  private long seen;
  private long written;
  private long repaired;
  private long failed;
  private long unchecked;
  private int failuresInARow;
  private long claimsLost;
  private long claimsFreed;
  private long different;
  private long gone;
  private long removed;
  private long postponed;
  private long erasuresIncomplete;
  private long unconfirmedRemoved;
  private boolean rowsChecked;
  private boolean listedAgain;
  private boolean passFinished;
  private @Nullable Stop stop;
  private @Nullable Throwable failure;

  /** The reason why a run ended before the pass; the next run repeats its page. */
  enum Stop {
    /** Another run has the lease. */
    LEASE_HELD,
    /** Another run has taken the lease, which had expired. */
    LEASE_LOST,
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

  /** Counts a removed user who had not confirmed. */
  void unconfirmedRemoved() {
    unconfirmedRemoved++;
  }

  long removedUnconfirmed() {
    return unconfirmedRemoved;
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
    failed(cause, Stop.TABLE_FAILED);
  }

  /**
   * Counts a row or claim of which the pool or the table could not say whether its user is gone.
   */
  void checkOfOneFailed(Throwable cause) {
    unchecked++;
    failed(cause, Stop.CHECK_FAILED);
  }

  private void failed(Throwable cause, Stop reason) {
    failure = cause;
    failuresInARow++;
    if (failuresInARow == FAILURE_LIMIT) {
      stop = reason;
    }
  }

  /** Notes that a user, row or claim was handled: one that always fails must not end each run. */
  void oneDone() {
    failuresInARow = 0;
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

  /** Ends the run because the state of the pass could not be stored. */
  void tableFailed(Throwable cause) {
    failure = cause;
    stop = Stop.TABLE_FAILED;
  }

  /** Ends the run before it began. */
  void leaseHeld() {
    stop = Stop.LEASE_HELD;
  }

  /** Ends the run because another one continues the pass. */
  void leaseLost() {
    stop = Stop.LEASE_LOST;
  }

  /** Notes that the users are listed from the first one again. */
  void listAgain() {
    listedAgain = true;
  }

  /** Notes that the pass is finished. */
  void passFinished() {
    passFinished = true;
  }

  boolean isListedAgain() {
    return listedAgain;
  }

  boolean isPassFinished() {
    return passFinished;
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

  long unchecked() {
    return unchecked;
  }

  long claimsLost() {
    return claimsLost;
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
