package dev.gatehouse.pulumi.plan;

import static java.util.Map.entry;

import com.google.gson.Gson;
import dev.gatehouse.pulumi.plan.engine.RecordingFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A Pulumi program in a JVM of its own, with the environment that Pulumi gives it.
 *
 * @param directory the directory of Pulumi.yaml, which becomes the working directory
 * @param preview whether the program runs as in {@code pulumi preview}
 */
record PulumiProgram(String mainClass, Path directory, boolean preview) implements Program {
  private static final long TIMEOUT_SECONDS = 120;

  @Override
  public Exit run(StackSettings settings, String engineAddress) {
    try {
      Path log = Files.createTempFile("pulumi-program", ".log");
      try {
        return new Exit(exitCode(settings, engineAddress, log), Files.readString(log));
      } finally {
        Files.delete(log);
      }
    } catch (IOException e) {
      throw new RecordingFailed("Cannot start the program: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RecordingFailed("Interrupted while the program ran");
    }
  }

  private int exitCode(StackSettings settings, String engineAddress, Path log)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command());
    builder.environment().putAll(environment(settings, engineAddress));
    Process process =
        builder
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        throw new RecordingFailed(
            String.format(
                Locale.ROOT, "The program did not exit within %d seconds", TIMEOUT_SECONDS));
      }
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  private List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        // With fewer workers, Pulumi for Java hangs on JDK 25.
        "-Djava.util.concurrent.ForkJoinPool.common.parallelism=4",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "--class-path",
        System.getProperty("java.class.path"),
        mainClass);
  }

  /** Returns the environment variables that Pulumi sets for a program. */
  Map<String, String> environment(StackSettings settings, String engineAddress) {
    return Map.ofEntries(
        entry("PULUMI_MONITOR", engineAddress),
        entry("PULUMI_ENGINE", engineAddress),
        entry("PULUMI_ORGANIZATION", "organization"),
        entry("PULUMI_PROJECT", settings.project()),
        entry("PULUMI_STACK", settings.stack()),
        entry("PULUMI_DRY_RUN", String.valueOf(preview)),
        entry("PULUMI_CONFIG", ascii(new Gson().toJson(settings.values()))),
        entry("GATEHOUSE_RECORDING", "true"));
  }

  /** Returns JSON without the letters that a JVM cannot write to an environment in each locale. */
  private static String ascii(String json) {
    return json.chars()
        .mapToObj(
            letter ->
                letter < 0x7f
                    ? String.valueOf((char) letter)
                    : String.format(Locale.ROOT, "\\u%04x", letter))
        .collect(Collectors.joining());
  }
}
