package dev.gatehouse.local;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The JVM's archive of the emulator's classes, which a child process of low priority makes for the
 * next start.
 */
final class ClassArchive implements AutoCloseable {

  /** The script to call with {@code --archive}; set by it if there is no archive of these jars. */
  private static final String SCRIPT = "gatehouse.archive";

  private final Process process;

  private ClassArchive(Process process) {
    this.process = process;
  }

  /** Starts to make the archive if the script that started the emulator asks for it. */
  static void makeIfMissing(OpenResources resources) {
    @Nullable String script = System.getProperty(SCRIPT);
    if (script != null) {
      try {
        Process process =
            new ProcessBuilder(List.of("nice", "-n", "19", script, "--archive"))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
        resources.add(new ClassArchive(process));
      } catch (IOException e) {
        // The next start is slower, and nothing else.
      }
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
