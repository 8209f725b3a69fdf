package dev.gatehouse.triggers.reconcile;

import org.jspecify.annotations.Nullable;

/** Counts how far a run has come, and decides when it has come far enough. */
final class Progress {
  /** So many rows that cannot be written are the table's fault, and the rest would fail as well. */
  private static final int FAILURES = 5;

  private long seen;
  private long written;
  private long failed;
  private long lostClaims;
  private @Nullable String token;
  private @Nullable Stop stop;
  private @Nullable Throwable failure;

  Progress(@Nullable String token) {
    this.token = token;
  }

  /** Says why a run ended before the last page did; the page that it was on is to be done again. */
  enum Stop {
    OUT_OF_TIME,
    POOL_FAILED,
    TABLE_FAILED
  }

  void saw() {
    seen++;
  }

  void wrote() {
    written++;
  }

  /** Notes a mailbox that belongs to an account already, as another address of it. */
  void lostClaim() {
    lostClaims++;
  }

  /** Notes a row that could not be written. */
  void rowFailed(Throwable cause) {
    failed++;
    failure = cause;
    if (failed == FAILURES) {
      stop = Stop.TABLE_FAILED;
    }
  }

  /** Notes a page that did not come. */
  void poolFailed(Throwable cause) {
    failure = cause;
    stop = Stop.POOL_FAILED;
  }

  void timeIsUp() {
    stop = Stop.OUT_OF_TIME;
  }

  /** Moves on to the page of this token, or to the end. */
  void turnTo(@Nullable String next) {
    token = next;
  }

  long seen() {
    return seen;
  }

  long written() {
    return written;
  }

  long failures() {
    return failed;
  }

  long lostClaims() {
    return lostClaims;
  }

  /** Returns the token of the page to go on with, or null for the first one. */
  @Nullable String token() {
    return token;
  }

  /** Returns why the run ended early, or null if it has not. */
  @Nullable Stop stopped() {
    return stop;
  }

  /** Returns the last failure, or null if there was none. */
  @Nullable Throwable failure() {
    return failure;
  }
}
