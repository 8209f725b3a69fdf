package dev.gatehouse.local.lambda.runtime;

import dev.gatehouse.local.http.Trace;
import dev.gatehouse.local.lambda.invoke.InvocationResult;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * A queued or running invocation.
 *
 * @param requestId the id that the function and its log have for it
 * @param trace the root of the trace that it belongs to
 * @param started completes with the time when the caller's time limit starts
 * @param completion completes with the result, always and never with an exception
 */
public record PendingInvocation(
    String requestId,
    String trace,
    CompletableFuture<Long> started,
    CompletableFuture<Completion> completion) {

  /** The result of an invocation, and whether it started the process. */
  public record Completion(InvocationResult result, boolean cold) {}

  PendingInvocation(String requestId) {
    this(requestId, Trace.currentOrNew(), new CompletableFuture<>(), new CompletableFuture<>());
  }

  /** Returns the request id of another invocation. */
  public static String newId() {
    return UUID.randomUUID().toString();
  }

  /** Starts the caller's time limit; only the first call has an effect. */
  void start() {
    started.complete(System.nanoTime());
  }

  /** Completes the invocation; its caller's time limit starts now unless it has started. */
  void complete(Completion result) {
    start();
    completion.complete(result);
  }

  /** Returns the time since the start of the caller's time limit. */
  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - started.join());
  }
}
