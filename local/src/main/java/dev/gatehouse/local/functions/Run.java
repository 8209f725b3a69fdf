package dev.gatehouse.local.functions;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Is one invocation on its way.
 *
 * @param begun completes when the caller's patience starts to count
 * @param done completes with what came of it, always and never with an exception
 */
record Run(CompletableFuture<Long> begun, CompletableFuture<Done> done) {

  /** Is what came of it. */
  record Done(Invocation invocation, boolean cold) {}

  Run() {
    this(new CompletableFuture<>(), new CompletableFuture<>());
  }

  /** Starts the clock of the caller's patience, once. */
  void begin() {
    begun.complete(System.nanoTime());
  }

  /** Returns how long the caller has waited, queue and snapshot left out. */
  Duration waited() {
    return Duration.ofNanos(System.nanoTime() - begun.join());
  }
}
