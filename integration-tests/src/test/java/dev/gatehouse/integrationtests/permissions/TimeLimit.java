package dev.gatehouse.integrationtests.permissions;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A wait for something that happens after a response. */
final class TimeLimit {
  private static final Duration LIMIT = Duration.ofSeconds(15);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private TimeLimit() {}

  /** Waits until something is so; fails with a message after 15 seconds. */
  static void await(BooleanSupplier isSo, Supplier<String> failure) throws InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!isSo.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError(failure.get());
      }
      Thread.sleep(PAUSE);
    }
  }
}
