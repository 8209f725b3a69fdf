package dev.gatehouse.local.functions;

import dev.gatehouse.local.functions.RuntimeApi.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;

/**
 * Is the log of one function. Its processes write to the file themselves, so what a function said
 * stands between the lines that Lambda adds.
 */
record FunctionLog(Path file) {

  /** Returns an empty log for this function. */
  static FunctionLog create(Path directory, String function) {
    try {
      Files.createDirectories(directory);
      Path file = directory.resolve(function + ".log");
      Files.write(file, new byte[0]);
      return new FunctionLog(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void initStarted() {
    line("INIT_START Runtime Version: java:" + Runtime.version());
  }

  void initFailed(Invocation.Failed failure) {
    line("INIT_REPORT Status: error\tError: " + failure.errorMessage());
    // Nobody has called it yet, so nobody is looking into its log either.
    System.err.printf("%s cannot start: %s%n", file.getFileName(), failure.errorMessage());
  }

  void started(Event event, String version) {
    line("START RequestId: %s Version: %s".formatted(event.requestId(), version));
  }

  void ended(Event event, Duration duration, LambdaVersion version, boolean cold) {
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
      // A clean build beside a running machine takes the directory away.
      Files.createDirectories(file.getParent());
      Files.writeString(file, text + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
