package dev.gatehouse.local.lambda.runtime;

import dev.gatehouse.local.lambda.invoke.InvocationResult.Failed;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A call that waits for an environment, or a warm-up. */
final class EnvironmentTurn {

  /** How long an event waits for the end of another before an environment is started for it. */
  private static final Duration PATIENCE = Duration.ofMillis(250);

  private final CompletableFuture<Acquired> acquired = new CompletableFuture<>();
  private final Cause cause;

  /** Creates a turn. */
  EnvironmentTurn(Cause cause) {
    this.cause = cause;
  }

  /** What wants an environment. */
  enum Cause {
    EVENT,
    /** The wish that there be one, whoever uses it. */
    WARM_UP
  }

  /** What a call gets. */
  sealed interface Acquired {

    /** An environment to be released; cold if it was started since the call. */
    record Environment(ExecutionEnvironment environment, boolean cold) implements Acquired {}

    /** The error of the init of an environment that was started for a call. */
    record InitFailed(Failed failure) implements Acquired {}
  }

  /** Gives the call what it waits for. */
  void complete(Acquired result) {
    acquired.complete(result);
  }

  /** Ends the call with an error of the emulator. */
  void fail(Throwable error) {
    acquired.completeExceptionally(error);
  }

  /** Returns how many environments the turns need: one for each event, or one to be warm. */
  static int need(Collection<EnvironmentTurn> waiting) {
    int events = 0;
    for (EnvironmentTurn turn : waiting) {
      events += turn.cause == Cause.EVENT ? 1 : 0;
    }
    return waiting.isEmpty() ? 0 : Math.max(1, events);
  }

  /** Returns whether the call waits no more. */
  boolean isDone() {
    return acquired.isDone();
  }

  /** Waits; runs {@code impatient} once if it takes long. */
  Acquired await(Runnable impatient) throws IOException {
    try {
      try {
        return acquired.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        impatient.run();
        return acquired.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(InvocationQueue.STOPPING, e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io
          ? io
          : new IOException(String.valueOf(e.getCause()), e.getCause());
    }
  }
}
