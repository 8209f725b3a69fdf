package dev.gatehouse.local.lambda.runtime;

import dev.gatehouse.local.lambda.invoke.FunctionConcurrency;
import dev.gatehouse.local.lambda.invoke.InvocationResult;
import dev.gatehouse.local.lambda.invoke.InvocationResult.Failed;
import dev.gatehouse.local.lambda.invoke.InvocationResult.Throttled;
import dev.gatehouse.local.lambda.registry.LambdaVersion;
import dev.gatehouse.local.lambda.runtime.EnvironmentTurn.Acquired;
import dev.gatehouse.local.lambda.runtime.EnvironmentTurn.Cause;
import dev.gatehouse.local.lambda.runtime.PendingInvocation.Completion;
import dev.gatehouse.local.lambda.runtime.RuntimeApi.Event;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** The invocations of one version, each in an environment that runs no other at the time. */
public final class InvocationQueue implements AutoCloseable {

  static final String STOPPING = "the emulator is stopping";

  private final LambdaVersion version;
  private final FunctionConcurrency concurrency;
  private final FunctionLog log;
  private final EnvironmentPool environments;
  private final ExecutorService executor =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("function-", 0).factory());

  /** Creates the queue of a version; no process is started yet. */
  public InvocationQueue(
      LambdaVersion version,
      ProcessLauncher launcher,
      FunctionLog log,
      FunctionConcurrency concurrency) {
    this(version, launcher, log, concurrency, EnvironmentPool.IDLE_LIMIT);
  }

  InvocationQueue(
      LambdaVersion version,
      EnvironmentLauncher launcher,
      FunctionLog log,
      FunctionConcurrency concurrency,
      Duration idleLimit) {
    this.version = version;
    this.concurrency = concurrency;
    this.log = log;
    this.environments =
        new EnvironmentPool(version, launcher, log, concurrency.environments(), idleLimit);
  }

  /** Runs an event as soon as an environment is free, unless the function is throttled. */
  public PendingInvocation submit(String arn, String payload) {
    return submit(PendingInvocation.newId(), arn, payload);
  }

  /** Runs an event under a request id, which it has at each attempt. */
  public PendingInvocation submit(String requestId, String arn, String payload) {
    PendingInvocation invocation = new PendingInvocation(requestId);
    Optional<Throttled> throttled = concurrency.enter();
    if (throttled.isPresent()) {
      invocation.complete(new Completion(throttled.get(), false));
      return invocation;
    }
    try {
      executor.execute(() -> complete(invocation, arn, payload));
    } catch (RejectedExecutionException e) {
      concurrency.exit();
      invocation.complete(new Completion(notStarted(STOPPING), false));
    }
    return invocation;
  }

  /** Starts a process ahead of the first event; completes with the error of its init, if any. */
  public CompletableFuture<@Nullable Failed> warmUp() {
    try {
      return CompletableFuture.supplyAsync(this::init, executor);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.completedFuture(notStarted(STOPPING));
    }
  }

  @Override
  public void close() {
    executor.shutdown();
    environments.close();
  }

  private void complete(PendingInvocation invocation, String arn, String payload) {
    Completion completion;
    try {
      completion = run(invocation, arn, payload);
    } catch (IOException | RuntimeException | Error e) {
      // Errors too, or the caller would wait for ever.
      completion = new Completion(notStarted(e.toString()), true);
    }
    // First, so that a caller that calls again at once is not throttled for its own call.
    concurrency.exit();
    invocation.complete(completion);
  }

  private Completion run(PendingInvocation invocation, String arn, String payload)
      throws IOException {
    // With SnapStart no caller waits for the init: on AWS it runs before the version is active,
    // and a restore takes well under a second. So it does not count against the caller's limit.
    Runnable launched = version.snapStart() ? () -> {} : invocation::start;
    return switch (environments.acquire(launched, Cause.EVENT)) {
      case Acquired.InitFailed init -> new Completion(init.failure(), true);
      case Acquired.Environment acquired -> {
        invocation.start();
        yield new Completion(run(invocation, acquired, arn, payload), acquired.cold());
      }
    };
  }

  private InvocationResult run(
      PendingInvocation invocation, Acquired.Environment acquired, String arn, String payload) {
    ExecutionEnvironment environment = acquired.environment();
    Duration timeout = version.function().timeout();
    Instant now = Instant.now();
    Event event =
        new Event(invocation.requestId(), invocation.trace(), arn, now.plus(timeout), payload);
    boolean completed = false;
    try {
      log.start(event, version.number());
      InvocationResult result = environment.run(event, timeout);
      log.end(event, Duration.between(now, Instant.now()), version, acquired.cold());
      completed = true;
      return result;
    } finally {
      if (!completed) {
        // After a failure of the emulator itself its state is unknown.
        environment.close();
      }
      environments.release(environment);
    }
  }

  private @Nullable Failed init() {
    try {
      return switch (environments.acquire(() -> {}, Cause.WARM_UP)) {
        case Acquired.InitFailed init -> init.failure();
        case Acquired.Environment acquired -> {
          environments.release(acquired.environment());
          yield null;
        }
      };
    } catch (IOException | RuntimeException | Error e) {
      return notStarted(e.toString());
    }
  }

  private static Failed notStarted(String reason) {
    return ErrorPayload.notStarted(UUID.randomUUID().toString(), reason);
  }
}
