package dev.gatehouse.local.functions;

import dev.gatehouse.local.functions.Invocation.Failed;
import dev.gatehouse.local.functions.Run.Done;
import dev.gatehouse.local.functions.RuntimeApi.Event;
import dev.gatehouse.local.functions.RuntimeApi.Readiness;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Runs one version of a function: one process, one event after the other. */
final class Worker implements AutoCloseable {

  /**
   * Lambda gives an init 10 seconds of a machine that has nothing else to do; a laptop that
   * compiles beside it, or two shared cores, need more for the same work.
   */
  private static final Duration INIT_LIMIT = Duration.ofSeconds(60);

  private final LambdaVersion version;
  private final Host host;
  private final FunctionLog log;
  private final ExecutorService turns =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("function-", 0).factory());
  private @Nullable Sandbox sandbox;
  private int starts;
  private boolean closed;

  Worker(LambdaVersion version, Host host, FunctionLog log) {
    this.version = version;
    this.host = host;
    this.log = log;
  }

  /** Puts the event into the queue of this version. */
  Run submit(String arn, String payload) {
    Run run = new Run();
    try {
      turns.execute(() -> {
        Done done = turn(run, arn, payload);
        run.begin();
        run.done().complete(done);
      });
    } catch (RejectedExecutionException e) {
      run.begin();
      run.done().complete(new Done(notStarted("the machine is stopping"), false));
    }
    return run;
  }

  /** Starts the process before anybody calls; completes with what is wrong with its init. */
  CompletableFuture<@Nullable Failed> warmUp() {
    try {
      return CompletableFuture.supplyAsync(this::init, turns);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.completedFuture(notStarted("the machine is stopping"));
    }
  }

  @Override
  public void close() {
    Sandbox last;
    synchronized (this) {
      closed = true;
      last = sandbox;
    }
    // Whoever waits in the queue is told at once, as no process starts any more.
    turns.shutdown();
    if (last != null) {
      last.close();
    }
  }

  private Done turn(Run run, String arn, String payload) {
    if (!version.snapStart()) {
      run.begin();
    }
    try {
      int before = starts();
      Readiness readiness = ready();
      if (readiness instanceof Readiness.Broken broken) {
        return new Done(broken.failure(), true);
      }
      // On AWS a version is not active before its snapshot is taken, and a restore takes well
      // under a second: nobody ever waits for the init of such a version, so it does not count.
      run.begin();
      boolean cold = starts() != before;
      return new Done(run(arn, payload, cold), cold);
    } catch (IOException | RuntimeException e) {
      return new Done(notStarted(e.toString()), true);
    }
  }

  private Invocation run(String arn, String payload, boolean cold) {
    Duration timeout = version.function().timeout();
    Instant now = Instant.now();
    Event event = new Event(UUID.randomUUID().toString(), arn, now.plus(timeout), payload);
    Sandbox box = current();
    if (box == null) {
      return notStarted("the machine is stopping");
    }
    log.started(event, version.number());
    Invocation invocation = box.run(event, timeout);
    log.ended(event, Duration.between(now, Instant.now()), version, cold);
    return invocation;
  }

  private @Nullable Failed init() {
    try {
      return ready() instanceof Readiness.Broken broken ? broken.failure() : null;
    } catch (IOException | RuntimeException e) {
      return notStarted(e.toString());
    }
  }

  /** Makes sure that a process waits for an event; one that died between two is replaced. */
  private Readiness ready() throws IOException {
    while (true) {
      Sandbox box = started();
      boolean before = box.wasReady();
      Readiness readiness = box.awaitReady(INIT_LIMIT);
      if (!(readiness instanceof Readiness.Broken broken)) {
        return readiness;
      }
      box.close();
      forget(box);
      if (!before) {
        log.initFailed(broken.failure());
        return readiness;
      }
    }
  }

  private synchronized Sandbox started() throws IOException {
    if (closed) {
      throw new IOException("the machine is stopping");
    }
    if (sandbox == null) {
      log.initStarted();
      sandbox = Sandbox.start(version, host, log);
      starts++;
    }
    return sandbox;
  }

  private synchronized int starts() {
    return starts;
  }

  private synchronized @Nullable Sandbox current() {
    return sandbox;
  }

  private synchronized void forget(Sandbox box) {
    if (sandbox == box) {
      sandbox = null;
    }
  }

  private static Failed notStarted(String why) {
    return ErrorPayload.notStarted(UUID.randomUUID().toString(), why);
  }
}
