package dev.gatehouse.local.lambda.invoke;

import dev.gatehouse.local.lambda.invoke.InvocationResult.Failed;
import dev.gatehouse.local.lambda.invoke.InvocationResult.Throttled;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The events of asynchronous invocations. As on Lambda, an event whose function failed is sent
 * again after one minute and after two more; one that was throttled after a second, then less and
 * less often up to every five minutes.
 */
public final class AsyncEvents implements AutoCloseable {

  private static final Logger LOG = System.getLogger(AsyncEvents.class.getName());

  private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);
  private static final Duration AFTER_THROTTLING = Duration.ofSeconds(1);
  private static final Duration LONGEST_DELAY = Duration.ofMinutes(5);

  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean closed;

  /** Creates the events of an emulator with this clock. */
  public AsyncEvents(Clock clock) {
    this.clock = clock;
  }

  /**
   * Sends an event until its function succeeds or its configuration gives it up.
   *
   * @param function the name of the function, for the log
   * @param first waits for the result of the first attempt
   * @param again makes another attempt
   */
  public void run(
      EventInvokeConfig config,
      String function,
      Supplier<InvocationResult> first,
      Supplier<InvocationResult> again) {
    Instant expiry = clock.instant().plus(config.maximumAge());
    Duration throttledDelay = AFTER_THROTTLING;
    int failures = 0;
    InvocationResult result = first.get();
    while (result instanceof Failed || result instanceof Throttled) {
      Duration delay = throttledDelay;
      if (result instanceof Failed) {
        failures++;
        delay = AFTER_FAILURE.multipliedBy(failures);
      } else {
        throttledDelay = shorter(delay.multipliedBy(2), LONGEST_DELAY);
      }
      if (failures > config.maximumRetries()) {
        dropped(function, "its function failed " + failures + " times");
        return;
      }
      if (!waitUntil(clock.instant().plus(delay))) {
        return;
      }
      if (clock.instant().isAfter(expiry)) {
        dropped(function, "it was older than " + config.maximumAge());
        return;
      }
      result = again.get();
    }
  }

  /** Lets events that wait look again, after the clock was moved. */
  public void clockMoved() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Ends all waiting; no event is sent again. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Returns whether the time came before the emulator stopped. */
  private boolean waitUntil(Instant time) {
    lock.lock();
    try {
      while (!closed) {
        long left = Duration.between(clock.instant(), time).toNanos();
        if (left <= 0) {
          return true;
        }
        long unused = changed.awaitNanos(left);
      }
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  private static void dropped(String function, String reason) {
    LOG.log(Level.WARNING, "An event of {0} was dropped: {1}", function, reason);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
