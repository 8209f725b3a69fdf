package dev.gatehouse.local.lambda.invoke;

import dev.gatehouse.local.lambda.invoke.InvocationResult.Throttled;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Events that are tried again as long as their function is throttled: after a second, then less and
 * less often up to every five minutes, as on Lambda.
 *
 * @param stopping whether the emulator stops
 */
public record ThrottledEvents(BooleanSupplier stopping) {

  private static final Duration LONGEST_DELAY = Duration.ofMinutes(5);

  /** Repeats an event until it is not throttled. */
  public void run(InvocationResult first, Supplier<InvocationResult> again) {
    InvocationResult result = first;
    Duration delay = Duration.ofSeconds(1);
    while (result instanceof Throttled && !stopping.getAsBoolean()) {
      try {
        Thread.sleep(delay);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      delay = delay.multipliedBy(2);
      delay = delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY;
      result = again.get();
    }
  }
}
