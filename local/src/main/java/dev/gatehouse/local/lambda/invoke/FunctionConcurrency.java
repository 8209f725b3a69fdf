package dev.gatehouse.local.lambda.invoke;

import dev.gatehouse.local.lambda.invoke.InvocationResult.Throttled;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;

/**
 * How many events a function runs at once: as many as its reserved concurrency or the account
 * allows, others are throttled; of these, as many at the same time as this computer has processes
 * for, others wait.
 */
public final class FunctionConcurrency {

  /**
   * The environments of a function: as many as there are processors, since the services that a
   * function waits for run on them too, and each start takes a second of one and a hundred
   * megabytes.
   */
  private static final int ENVIRONMENTS =
      Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 8);

  private final Semaphore free;
  private final String reason;
  private final int environments;

  private FunctionConcurrency(Semaphore free, String reason, int environments) {
    this.free = free;
    this.reason = reason;
    this.environments = environments;
  }

  /**
   * Returns the concurrency of a function.
   *
   * @param reserved the function's own, or empty for a share of the account's
   * @param account the free concurrency of all functions without their own
   */
  public static FunctionConcurrency of(OptionalInt reserved, Semaphore account) {
    return reserved.isPresent()
        ? new FunctionConcurrency(
            new Semaphore(reserved.getAsInt()),
            "ReservedFunctionConcurrentInvocationLimitExceeded",
            Math.clamp(reserved.getAsInt(), 1, ENVIRONMENTS))
        : new FunctionConcurrency(account, "ConcurrentInvocationLimitExceeded", ENVIRONMENTS);
  }

  /** Reserves a place for an event until {@link #exit}; returns the reason if there is none. */
  public Optional<Throttled> enter() {
    return free.tryAcquire() ? Optional.empty() : Optional.of(new Throttled(reason));
  }

  /** Gives the place of an event back. */
  public void exit() {
    free.release();
  }

  /** Returns the most environments that a version has at the same time. */
  public int environments() {
    return environments;
  }
}
