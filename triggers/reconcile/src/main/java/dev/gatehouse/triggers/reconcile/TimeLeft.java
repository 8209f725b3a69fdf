package dev.gatehouse.triggers.reconcile;

import java.time.Duration;
import java.util.function.IntSupplier;

/**
 * The time that is left of an invocation. A page is begun only if it can be finished, so that each
 * run moves the pass on.
 */
record TimeLeft(IntSupplier milliseconds) {
  /** The time that one slow page and one slow write may take. */
  private static final Duration PAGE = Duration.ofSeconds(16);

  /** The time that one slow write may take. */
  private static final Duration WRITE = Duration.ofSeconds(4);

  /** Returns whether no page may be begun. */
  boolean isUpForAPage() {
    return milliseconds.getAsInt() < PAGE.toMillis();
  }

  /** Returns whether no write may be begun. */
  boolean isUpForAWrite() {
    return milliseconds.getAsInt() < WRITE.toMillis();
  }
}
