package dev.gatehouse.local.classarchive;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The JVM's archives of the emulator's classes and of those of its functions, which a child process
 * of low priority makes for the next start.
 */
public final class ClassArchive implements AutoCloseable {

  /** The script to call with {@code --archive}, which makes the archives that are missing. */
  private static final String SCRIPT = "gatehouse.archive";

  private final Process process;

  private ClassArchive(Process process) {
    this.process = process;
  }

  /**
   * Starts to make the archives that are missing, if a script started the emulator; returns the
   * process, to be closed with the emulator.
   */
  public static Optional<ClassArchive> makeIfMissing() {
    @Nullable String script = System.getProperty(SCRIPT);
    if (script == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ClassArchive(
              new ProcessBuilder(List.of("nice", "-n", "19", script, "--archive"))
                  .redirectErrorStream(true)
                  .redirectOutput(Redirect.DISCARD)
                  .start()));
    } catch (IOException e) {
      // The next start is slower, and nothing else.
      return Optional.empty();
    }
  }

  /** Ends the process and those that it started. */
  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
