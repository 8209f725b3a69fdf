package dev.gatehouse.local.functions;

import dev.gatehouse.local.functions.RuntimeApi.Event;
import dev.gatehouse.local.functions.RuntimeApi.Readiness;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Is one process of a function, from its start to its end. */
final class Sandbox implements AutoCloseable {

  private final Process process;
  private final RuntimeApi api;
  private final CompletableFuture<Void> ended;
  private boolean ready;

  private Sandbox(Process process, RuntimeApi api) {
    this.process = process;
    this.api = api;
    this.ended =
        process.onExit().thenAccept(p -> api.exited(UUID.randomUUID().toString(), p.exitValue()));
  }

  /** Starts a process of this version; its output goes to the log. */
  static Sandbox start(LambdaVersion version, Host host, FunctionLog log) throws IOException {
    Path taskRoot = host.archives().unpack(version.function().archive());
    ProcessBuilder builder = new ProcessBuilder(host.client().command(version.function()));
    builder.directory(taskRoot.toFile());
    builder.redirectErrorStream(true);
    builder.redirectOutput(Redirect.appendTo(log.file().toFile()));
    RuntimeApi api = new RuntimeApi();
    try {
      builder.environment().clear();
      builder.environment().putAll(Environment.of(version, taskRoot, api.address(), host.awsUrl()));
      Process process = builder.start();
      process.getOutputStream().close();
      return new Sandbox(process, api);
    } catch (IOException e) {
      api.close();
      throw e;
    }
  }

  /** Waits until the process can take an event or never will. */
  Readiness awaitReady(Duration limit) {
    Readiness readiness;
    try {
      readiness = await(api.readiness(), limit);
      if (!process.toHandle().isAlive()) {
        await(ended, limit);
        readiness = api.readiness().join();
      }
    } catch (TimeoutException e) {
      String requestId = UUID.randomUUID().toString();
      return new Readiness.Broken(ErrorPayload.timedOut(Instant.now(), requestId, limit));
    }
    ready |= readiness instanceof Readiness.Ready;
    return readiness;
  }

  /** Returns whether the process has been ready before, so that its code can run. */
  boolean wasReady() {
    return ready;
  }

  /** Runs one event; a process that does not answer in time is of no further use. */
  Invocation run(Event event, Duration timeout) {
    try {
      return await(api.hand(event), timeout);
    } catch (TimeoutException e) {
      close();
      return ErrorPayload.timedOut(Instant.now(), event.requestId(), timeout);
    }
  }

  @Override
  public void close() {
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
