package dev.gatehouse.local.lambda.runtime;

import dev.gatehouse.local.lambda.invoke.InvocationResult;
import dev.gatehouse.local.lambda.registry.LambdaVersion;
import dev.gatehouse.local.lambda.runtime.RuntimeApi.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;

/**
 * The log file of one function: the lines that Lambda adds, and the output of its processes, which
 * append to the same file.
 */
public record FunctionLog(Path file) {

  /** Creates the empty log of a function. */
  public static FunctionLog create(Path directory, String function) {
    try {
      Files.createDirectories(directory);
      Path file = directory.resolve(function + ".log");
      Files.write(file, new byte[0]);
      return new FunctionLog(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void initStart() {
    line("INIT_START Runtime Version: java:" + Runtime.version());
  }

  void initFailed(InvocationResult.Failed failure) {
    line("INIT_REPORT Status: error\tError: " + failure.errorMessage());
  }

  void start(Event event, String version) {
    line("START RequestId: %s Version: %s".formatted(event.requestId(), version));
  }

  void end(Event event, Duration duration, LambdaVersion version, boolean cold) {
    line("END RequestId: " + event.requestId());
    line(
        String.format(
            Locale.ROOT,
            "REPORT RequestId: %s\tDuration: %.2f ms\tMemory Size: %d MB\tStart: %s",
            event.requestId(),
            duration.toNanos() / 1e6,
            version.function().memory(),
            cold ? "cold" : "warm"));
  }

  private void line(String text) {
    try {
      // A clean build deletes the directory while the emulator runs.
      Files.createDirectories(file.getParent());
      Files.writeString(file, text + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
