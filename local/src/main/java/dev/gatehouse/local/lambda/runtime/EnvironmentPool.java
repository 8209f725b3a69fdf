package dev.gatehouse.local.lambda.runtime;

import dev.gatehouse.local.lambda.registry.LambdaVersion;
import dev.gatehouse.local.lambda.runtime.EnvironmentTurn.Acquired;
import dev.gatehouse.local.lambda.runtime.RuntimeApi.Readiness;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The environments of one version, up to a limit. One more is started when more events wait than
 * there are environments, or an event waits for long, since a start costs as much processor time as
 * some hundred events. One that is not needed for a minute ends unless it is the last.
 */
final class EnvironmentPool implements AutoCloseable {

  private static final Logger LOG = System.getLogger(EnvironmentPool.class.getName());

  /** Lambda's limit is 10 seconds; a laptop that compiles at the same time needs more. */
  private static final Duration INIT_LIMIT = Duration.ofSeconds(60);

  /** How long an environment waits for an event before it ends. */
  static final Duration IDLE_LIMIT = Duration.ofMinutes(1);

  /** A process that exits sooner after another did is started again by the next event only. */
  private static final Duration RESTART_INTERVAL = Duration.ofSeconds(5);

  private final LambdaVersion version;
  private final EnvironmentLauncher launcher;
  private final FunctionLog log;
  private final int limit;
  private final Duration idleLimit;

  /** Not a monitor, which would pin a virtual thread's carrier while a process is started. */
  private final ReentrantLock lock = new ReentrantLock();

  /** Every process that runs. */
  private final Set<ExecutionEnvironment> running = new LinkedHashSet<>();

  /** The last used first, so that the others become old. */
  private final Deque<ExecutionEnvironment> free = new ArrayDeque<>();

  private final Deque<EnvironmentTurn> waiting = new ArrayDeque<>();

  /** Those that are being started, whether their process runs or not. */
  private int starting;

  /** Those that are ready, and {@link #starting}. */
  private int total;

  private boolean reaping;
  private long restarted = System.nanoTime() - RESTART_INTERVAL.toNanos();
  private boolean closed;

  EnvironmentPool(
      LambdaVersion version,
      EnvironmentLauncher launcher,
      FunctionLog log,
      int limit,
      Duration idleLimit) {
    this.version = version;
    this.launcher = launcher;
    this.log = log;
    this.limit = limit;
    this.idleLimit = idleLimit;
  }

  /**
   * Waits for a free environment that is ready; runs {@code launched} if one is started for it.
   * Throws {@link IOException} if the emulator is stopping or cannot start a process.
   */
  Acquired acquire(Runnable launched, EnvironmentTurn.Cause cause) throws IOException {
    while (true) {
      EnvironmentTurn turn = new EnvironmentTurn(cause);
      locked(() -> take(turn, launched));
      Acquired acquired = turn.await(() -> locked(() -> startFor(turn, starting == 0, launched)));
      if (!(acquired instanceof Acquired.Environment warm) || warm.cold()) {
        return acquired;
      }
      // It may have exited since its last event.
      if (warm.environment().awaitReady(INIT_LIMIT) instanceof Readiness.Ready) {
        return acquired;
      }
      forget(warm.environment());
    }
  }

  /** Returns an environment to the pool; one that is closed is forgotten. */
  void release(ExecutionEnvironment environment) {
    if (environment.isAlive()) {
      environment.idle();
      locked(() -> offer(environment, false));
    } else {
      forget(environment);
    }
  }

  @Override
  public void close() {
    List<ExecutionEnvironment> last = new ArrayList<>();
    locked(
        () -> {
          closed = true;
          last.addAll(running);
          waiting.forEach(turn -> turn.fail(new IOException(InvocationQueue.STOPPING)));
          waiting.clear();
        });
    last.forEach(ExecutionEnvironment::close);
  }

  private void locked(Runnable action) {
    lock.lock();
    try {
      action.run();
    } finally {
      lock.unlock();
    }
  }

  // The caller of each of these holds the lock.

  private void take(EnvironmentTurn turn, Runnable launched) {
    @Nullable ExecutionEnvironment environment = free.poll();
    if (closed) {
      turn.fail(new IOException(InvocationQueue.STOPPING));
    } else if (environment != null) {
      turn.complete(new Acquired.Environment(environment, false));
    } else {
      waiting.add(turn);
      startFor(turn, EnvironmentTurn.need(waiting) > total, launched);
    }
  }

  private void startFor(EnvironmentTurn turn, boolean needed, Runnable launched) {
    if (needed && !turn.isDone() && !closed && total < limit) {
      launched.run();
      start();
    }
  }

  private void start() {
    starting++;
    total++;
    Thread.ofVirtual().name("init-" + version.function().name()).start(this::launch);
  }

  /** Gives an environment to the call that waits longest. */
  private void offer(ExecutionEnvironment environment, boolean cold) {
    @Nullable EnvironmentTurn turn = waiting.poll();
    if (turn != null) {
      turn.complete(new Acquired.Environment(environment, cold));
    } else if (!closed) {
      free.push(environment);
      if (!reaping && total > 1) {
        reaping = true;
        Thread.ofVirtual().name("reap-" + version.function().name()).start(this::reap);
      }
    }
  }

  /** Returns whether the environment was there. */
  private boolean remove(ExecutionEnvironment environment) {
    free.remove(environment);
    boolean removed = running.remove(environment);
    total -= removed ? 1 : 0;
    return removed;
  }

  /** Starts one for the calls that wait when another has gone. */
  private void replace() {
    if (!closed && waiting.size() > total && total < limit) {
      start();
    }
  }

  // From here on, without the lock.

  private void launch() {
    try {
      log.initStart();
      ExecutionEnvironment started = launcher.launch(version, log);
      locked(() -> running.add(started));
      if (isClosed()) {
        started.close();
        return;
      }
      if (started.awaitReady(INIT_LIMIT) instanceof Readiness.InitFailed init) {
        started.close();
        // A process that is killed because the emulator stops is no failure.
        if (!isClosed()) {
          log.initFailed(init.failure());
        }
        failed(started, turn -> turn.complete(new Acquired.InitFailed(init.failure())));
      } else {
        started.onExit(status -> exited(started, status));
        locked(
            () -> {
              starting--;
              offer(started, true);
            });
      }
    } catch (IOException | RuntimeException | Error e) {
      // Errors too, or the caller would wait for ever.
      failed(null, turn -> turn.fail(e));
    }
  }

  private boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /** Ends one of the calls, since an environment did not start. */
  private void failed(@Nullable ExecutionEnvironment started, Consumer<EnvironmentTurn> result) {
    locked(
        () -> {
          starting--;
          total--;
          if (started != null) {
            running.remove(started);
          }
          @Nullable EnvironmentTurn turn = waiting.poll();
          if (turn != null) {
            result.accept(turn);
          }
          replace();
        });
  }

  private void forget(ExecutionEnvironment gone) {
    gone.close();
    locked(
        () -> {
          remove(gone);
          replace();
        });
  }

  /** Reports that a process exited by itself, and starts another if it was the last. */
  private void exited(ExecutionEnvironment environment, int status) {
    locked(
        () -> {
          if (closed || environment.isClosed() || !remove(environment)) {
            return;
          }
          long now = System.nanoTime();
          boolean again = total == 0 && now - restarted >= RESTART_INTERVAL.toNanos();
          LOG.log(
              Level.WARNING,
              "Process {0} of {1} exited {2}{3}",
              String.valueOf(environment.pid()),
              version.function().name(),
              ErrorPayload.reason(status),
              again ? "; it is started again" : "");
          if (again) {
            restarted = now;
            start();
          }
        });
  }

  private void reap() {
    List<ExecutionEnvironment> old = new ArrayList<>();
    boolean[] more = {true};
    while (more[0]) {
      try {
        Thread.sleep(idleLimit.dividedBy(4));
      } catch (InterruptedException e) {
        return;
      }
      locked(
          () -> {
            while (total > 1 && !free.isEmpty() && free.getLast().isIdleFor(idleLimit)) {
              ExecutionEnvironment last = free.getLast();
              remove(last);
              old.add(last);
            }
            reaping = !closed && total > 1;
            more[0] = reaping;
          });
      old.forEach(ExecutionEnvironment::close);
      old.clear();
    }
  }
}
