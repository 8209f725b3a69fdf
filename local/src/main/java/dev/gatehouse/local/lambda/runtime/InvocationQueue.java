package dev.gatehouse.local.lambda.runtime;

import dev.gatehouse.local.lambda.invoke.InvocationResult;
import dev.gatehouse.local.lambda.invoke.InvocationResult.Failed;
import dev.gatehouse.local.lambda.registry.LambdaVersion;
import dev.gatehouse.local.lambda.runtime.PendingInvocation.Completion;
import dev.gatehouse.local.lambda.runtime.RuntimeApi.Event;
import dev.gatehouse.local.lambda.runtime.RuntimeApi.Readiness;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** The queue of one version's invocations, run one after the other in one environment. */
public final class InvocationQueue implements AutoCloseable {

  /** Lambda's limit is 10 seconds; a laptop that compiles at the same time needs more. */
  private static final Duration INIT_LIMIT = Duration.ofSeconds(60);

  private static final String STOPPING = "the emulator is stopping";

  private final LambdaVersion version;
  private final ProcessLauncher launcher;
  private final FunctionLog log;
  private final ExecutorService executor =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("function-", 0).factory());
  private @Nullable ExecutionEnvironment environment;
  private int launches;
  private boolean closed;

  /** Creates the queue of a version; no process is started yet. */
  public InvocationQueue(LambdaVersion version, ProcessLauncher launcher, FunctionLog log) {
    this.version = version;
    this.launcher = launcher;
    this.log = log;
  }

  /** Adds an event to the queue. */
  public PendingInvocation submit(String arn, String payload) {
    PendingInvocation invocation = new PendingInvocation();
    try {
      executor.execute(
          () -> {
            Completion completion = run(invocation, arn, payload);
            invocation.start();
            invocation.completion().complete(completion);
          });
    } catch (RejectedExecutionException e) {
      invocation.start();
      invocation.completion().complete(new Completion(notStarted(STOPPING), false));
    }
    return invocation;
  }

  /** Starts the process ahead of the first event; completes with the error of its init, if any. */
  public CompletableFuture<@Nullable Failed> warmUp() {
    try {
      return CompletableFuture.supplyAsync(this::init, executor);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.completedFuture(notStarted(STOPPING));
    }
  }

  @Override
  public void close() {
    ExecutionEnvironment last;
    synchronized (this) {
      closed = true;
      last = environment;
    }
    // Queued invocations fail at once, since no process is started any more.
    executor.shutdown();
    if (last != null) {
      last.close();
    }
  }

  private Completion run(PendingInvocation invocation, String arn, String payload) {
    if (!version.snapStart()) {
      invocation.start();
    }
    try {
      int before = launches();
      if (awaitReady() instanceof Readiness.InitFailed init) {
        return new Completion(init.failure(), true);
      }
      // With SnapStart no caller waits for the init: on AWS it runs before the version is active,
      // and a restore takes well under a second. So it does not count against the caller's limit.
      invocation.start();
      boolean cold = launches() != before;
      return new Completion(run(arn, payload, cold), cold);
    } catch (IOException | RuntimeException e) {
      return new Completion(notStarted(e.toString()), true);
    }
  }

  private InvocationResult run(String arn, String payload, boolean cold) {
    Duration timeout = version.function().timeout();
    Instant now = Instant.now();
    Event event = new Event(UUID.randomUUID().toString(), arn, now.plus(timeout), payload);
    ExecutionEnvironment current = current();
    if (current == null) {
      return notStarted(STOPPING);
    }
    log.start(event, version.number());
    InvocationResult result = current.run(event, timeout);
    log.end(event, Duration.between(now, Instant.now()), version, cold);
    return result;
  }

  private @Nullable Failed init() {
    try {
      return awaitReady() instanceof Readiness.InitFailed init ? init.failure() : null;
    } catch (IOException | RuntimeException e) {
      return notStarted(e.toString());
    }
  }

  /** Waits for a process that is ready; replaces one that exited between two events. */
  private Readiness awaitReady() throws IOException {
    while (true) {
      ExecutionEnvironment candidate = currentOrLaunched();
      boolean wasReady = candidate.wasReady();
      Readiness readiness = candidate.awaitReady(INIT_LIMIT);
      if (!(readiness instanceof Readiness.InitFailed init)) {
        return readiness;
      }
      candidate.close();
      discard(candidate);
      if (!wasReady) {
        log.initFailed(init.failure());
        return readiness;
      }
    }
  }

  private synchronized ExecutionEnvironment currentOrLaunched() throws IOException {
    if (closed) {
      throw new IOException(STOPPING);
    }
    if (environment == null) {
      log.initStart();
      environment = launcher.launch(version, log);
      launches++;
    }
    return environment;
  }

  private synchronized int launches() {
    return launches;
  }

  private synchronized @Nullable ExecutionEnvironment current() {
    return environment;
  }

  private synchronized void discard(ExecutionEnvironment failed) {
    if (environment == failed) {
      environment = null;
    }
  }

  private static Failed notStarted(String reason) {
    return ErrorPayload.notStarted(UUID.randomUUID().toString(), reason);
  }
}
