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
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The queue of one version's invocations, run one after the other in one environment. */
public final class InvocationQueue implements AutoCloseable {

  /** Lambda's limit is 10 seconds; a laptop that compiles at the same time needs more. */
  private static final Duration INIT_LIMIT = Duration.ofSeconds(60);

  private static final String STOPPING = "the emulator is stopping";

  private final LambdaVersion version;
  private final EnvironmentLauncher launcher;
  private final FunctionLog log;
  private final ExecutorService executor =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("function-", 0).factory());

  /** Not a monitor, which would pin a virtual thread's carrier while a process is started. */
  private final ReentrantLock lock = new ReentrantLock();

  private @Nullable ExecutionEnvironment environment;
  private int launches;
  private volatile boolean closed;

  /** Creates the queue of a version; no process is started yet. */
  public InvocationQueue(LambdaVersion version, ProcessLauncher launcher, FunctionLog log) {
    this(version, (EnvironmentLauncher) launcher, log);
  }

  InvocationQueue(LambdaVersion version, EnvironmentLauncher launcher, FunctionLog log) {
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
            try {
              invocation.complete(run(invocation, arn, payload));
            } catch (IOException | RuntimeException | Error e) {
              // Errors too, or the caller would wait for ever.
              invocation.complete(new Completion(notStarted(e.toString()), true));
              abandon();
            }
          });
    } catch (RejectedExecutionException e) {
      invocation.complete(new Completion(notStarted(STOPPING), false));
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
    lock.lock();
    try {
      closed = true;
      last = environment;
    } finally {
      lock.unlock();
    }
    // Queued invocations fail at once, since no process is started any more.
    executor.shutdown();
    if (last != null) {
      last.close();
    }
  }

  private Completion run(PendingInvocation invocation, String arn, String payload)
      throws IOException {
    if (!version.snapStart()) {
      invocation.start();
    }
    int before = launches;
    if (awaitReady() instanceof Readiness.InitFailed init) {
      return new Completion(init.failure(), true);
    }
    // With SnapStart no caller waits for the init: on AWS it runs before the version is active,
    // and a restore takes well under a second. So it does not count against the caller's limit.
    invocation.start();
    boolean cold = launches != before;
    return new Completion(run(arn, payload, cold), cold);
  }

  private InvocationResult run(String arn, String payload, boolean cold) {
    Duration timeout = version.function().timeout();
    Instant now = Instant.now();
    Event event = new Event(UUID.randomUUID().toString(), arn, now.plus(timeout), payload);
    ExecutionEnvironment current = environment;
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
    } catch (IOException | RuntimeException | Error e) {
      abandon();
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
        // A process that is killed because the emulator stops is no failure.
        if (!closed) {
          log.initFailed(init.failure());
        }
        return readiness;
      }
    }
  }

  private ExecutionEnvironment currentOrLaunched() throws IOException {
    lock.lock();
    try {
      if (closed) {
        throw new IOException(STOPPING);
      }
      if (environment == null) {
        log.initStart();
        environment = launcher.launch(version, log);
        launches++;
      }
      return environment;
    } finally {
      lock.unlock();
    }
  }

  /** Ends the environment after a failure of the emulator itself, since its state is unknown. */
  private void abandon() {
    ExecutionEnvironment current = environment;
    if (current != null) {
      current.close();
      discard(current);
    }
  }

  private void discard(ExecutionEnvironment failed) {
    lock.lock();
    try {
      if (environment == failed) {
        environment = null;
      }
    } finally {
      lock.unlock();
    }
  }

  private static Failed notStarted(String reason) {
    return ErrorPayload.notStarted(UUID.randomUUID().toString(), reason);
  }
}
