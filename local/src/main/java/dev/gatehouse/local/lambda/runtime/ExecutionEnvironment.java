package dev.gatehouse.local.lambda.runtime;

import dev.gatehouse.local.classarchive.FunctionClassArchive.Recording;
import dev.gatehouse.local.lambda.invoke.InvocationResult;
import dev.gatehouse.local.lambda.runtime.RuntimeApi.Event;
import dev.gatehouse.local.lambda.runtime.RuntimeApi.Readiness;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** An execution environment: one process of a function, from start to end. */
final class ExecutionEnvironment implements AutoCloseable {

  private final Process process;
  private final RuntimeApi api;
  private final FunctionFaults faults;
  private final @Nullable Recording recording;
  private final CompletableFuture<Void> exit;
  private volatile boolean closed;
  private volatile long idleSince = System.nanoTime();

  /**
   * Creates an environment.
   *
   * @param recording the archive of classes that the process writes at its end, if any
   */
  ExecutionEnvironment(
      Process process, RuntimeApi api, FunctionFaults faults, @Nullable Recording recording) {
    this.process = process;
    this.api = api;
    this.faults = faults;
    this.recording = recording;
    this.exit =
        process
            .onExit()
            .thenAccept(p -> api.exited(UUID.randomUUID().toString(), p.exitValue()))
            .whenComplete(
                (unused, error) -> {
                  if (error != null) {
                    api.fail(error);
                  }
                });
  }

  /** Waits until the process is ready for an event or has failed. */
  Readiness awaitReady(Duration limit) {
    Readiness readiness;
    try {
      readiness = await(api.readiness(), limit);
      if (!process.toHandle().isAlive()) {
        await(exit, limit);
        readiness = api.readiness().join();
      }
    } catch (TimeoutException e) {
      String requestId = UUID.randomUUID().toString();
      return new Readiness.InitFailed(ErrorPayload.timedOut(Instant.now(), requestId, limit));
    }
    return readiness;
  }

  /** Calls back with the exit status when the process has exited. */
  void onExit(IntConsumer callback) {
    var unused = process.onExit().thenAccept(exited -> callback.accept(exited.exitValue()));
  }

  /** Returns the id of the process. */
  long pid() {
    return process.pid();
  }

  /** Returns whether the process runs and is not being closed. */
  boolean isAlive() {
    return !closed && process.isAlive();
  }

  /** Returns whether the emulator ended the process. */
  boolean isClosed() {
    return closed;
  }

  /** Notes that no event runs from now on. */
  void idle() {
    idleSince = System.nanoTime();
  }

  /** Returns whether no event has run for this time. */
  boolean isIdleFor(Duration time) {
    return System.nanoTime() - idleSince >= time.toNanos();
  }

  /** Runs one event; kills the process if it does not respond in time, or if a fault says so. */
  InvocationResult run(Event event, Duration timeout) {
    try {
      return faults.run(
          event, timeout, () -> await(api.send(event), timeout), process::destroyForcibly);
    } catch (TimeoutException e) {
      close();
      return ErrorPayload.timedOut(Instant.now(), event.requestId(), timeout);
    }
  }

  @Override
  public void close() {
    closed = true;
    if (recording != null) {
      recording.end(process);
    }
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    api.close();
  }

  private static <T> T await(Future<T> future, Duration limit) throws TimeoutException {
    try {
      return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a function ran", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
