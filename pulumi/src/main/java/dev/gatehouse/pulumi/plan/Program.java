package dev.gatehouse.pulumi.plan;

import static java.util.Map.entry;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs the main class of a Pulumi program in a JVM of its own, since it ends with System.exit.
 *
 * @param directory where Pulumi.yaml is, which becomes the working directory
 * @param preview whether it is asked what it would do, as Pulumi asks before it does anything
 */
record Program(String mainClass, Path directory, boolean preview) {
  private static final long SECONDS = 120;

  /** Is how the program ended, and what it wrote on the way. */
  record Ended(int exitCode, String written) {}

  /** Runs the program to its end; throws {@link RecordingFailed} if it does not come to one. */
  Ended run(StackSettings settings, String engine) {
    try {
      Path written = Files.createTempFile("pulumi-program", ".log");
      try {
        return new Ended(exitCode(settings, engine, written), Files.readString(written));
      } finally {
        Files.delete(written);
      }
    } catch (IOException e) {
      throw new RecordingFailed("The program cannot be started: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RecordingFailed("Interrupted while the program was running");
    }
  }

  private int exitCode(StackSettings settings, String engine, Path written)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command());
    builder.environment().putAll(environment(settings, engine));
    Process process =
        builder
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(written.toFile())
            .start();
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        throw new RecordingFailed("The program has not ended within %d seconds".formatted(SECONDS));
      }
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  private List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        // Pulumi for Java never ends on JDK 25 with fewer workers.
        "-Djava.util.concurrent.ForkJoinPool.common.parallelism=4",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "--class-path",
        System.getProperty("java.class.path"),
        mainClass);
  }

  /** Returns the variables by which Pulumi tells a program what it is and where the engine is. */
  Map<String, String> environment(StackSettings settings, String engine) {
    return Map.ofEntries(
        entry("PULUMI_MONITOR", engine),
        entry("PULUMI_ENGINE", engine),
        entry("PULUMI_ORGANIZATION", "organization"),
        entry("PULUMI_PROJECT", settings.project()),
        entry("PULUMI_STACK", settings.stack()),
        entry("PULUMI_DRY_RUN", String.valueOf(preview)),
        entry("PULUMI_CONFIG", new Gson().toJson(settings.values())),
        entry("GATEHOUSE_RECORDING", "true"));
  }
}
