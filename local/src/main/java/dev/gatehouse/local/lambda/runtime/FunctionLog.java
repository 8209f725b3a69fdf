package dev.gatehouse.local.lambda.runtime;

import dev.gatehouse.local.lambda.invoke.InvocationResult;
import dev.gatehouse.local.lambda.registry.LambdaVersion;
import dev.gatehouse.local.lambda.runtime.RuntimeApi.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The log file of one function: the lines that Lambda adds, and the output of its processes, which
 * append to the same file. Lines that the function's role does not allow Lambda to deliver are cut
 * off when they would be delivered, so the log stays empty without the permission.
 */
public final class FunctionLog {

  private final Path file;
  private final FunctionTelemetry telemetry;
  private final ReentrantLock lock = new ReentrantLock();
  private long delivered;

  private FunctionLog(Path file, FunctionTelemetry telemetry) {
    this.file = file;
    this.telemetry = telemetry;
  }

  /** Creates the empty log of a function. */
  public static FunctionLog create(Path directory, String function, FunctionTelemetry telemetry) {
    try {
      Files.createDirectories(directory);
      Path file = directory.resolve(function + ".log");
      Files.write(file, new byte[0]);
      return new FunctionLog(file, telemetry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the file. */
  public Path file() {
    return file;
  }

  void initStart() {
    deliver();
    line("INIT_START Runtime Version: java:" + Runtime.version());
  }

  void initFailed(InvocationResult.Failed failure) {
    line("INIT_REPORT Status: error\tError: " + failure.errorMessage());
    deliver();
  }

  void start(Event event, String version) {
    deliver();
    line("START RequestId: %s Version: %s".formatted(event.requestId(), version));
  }

  void end(Event event, Duration duration, LambdaVersion version, boolean cold) {
    line(
        String.format(
            Locale.ROOT,
            "END RequestId: %1$s\nREPORT RequestId: %1$s\tDuration: %2$.2f ms\tMemory Size: %3$d MB"
                + "\tStart: %4$s",
            event.requestId(),
            duration.toNanos() / 1e6,
            version.function().memory(),
            cold ? "cold" : "warm"));
    deliver();
    telemetry.trace();
  }

  /** Delivers the lines since the last delivery, or loses them if the role does not allow it. */
  private void deliver() {
    lock.lock();
    try {
      long size = Files.size(file);
      if (size == delivered) {
        return;
      }
      boolean allowed = telemetry.mayLog();
      if (allowed || size < delivered) {
        delivered = size;
      } else if (size > delivered) {
        cutOff();
      }
    } catch (NoSuchFileException e) {
      delivered = 0; // a clean build has deleted the directory
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      lock.unlock();
    }
  }

  private void cutOff() throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(delivered);
    }
  }

  private void append(String text) throws IOException {
    Files.writeString(file, text + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** Writes a line to a directory that a clean build has deleted while the emulator runs. */
  private void again(String text) {
    try {
      Files.createDirectories(file.getParent());
      append(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void line(String text) {
    try {
      append(text);
    } catch (NoSuchFileException e) {
      again(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
