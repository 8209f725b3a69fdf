package dev.gatehouse.integrationtests.clients;

import java.time.Duration;

/** The end of a wait, by the computer's own timer, which does not depend on the day. */
public record Deadline(long nanoTime) {

  /** Returns the deadline after this time from now. */
  public static Deadline after(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /** Returns whether the time has passed. */
  public boolean isOver() {
    return System.nanoTime() - nanoTime > 0;
  }
}
