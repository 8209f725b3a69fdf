package dev.gatehouse.pulumi.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A run of the program as {@code pulumi up} makes it: by Maven, with the default JDK. The locale
 * has no letters beyond ASCII, as in many containers.
 */
public final class MavenRun {
  private static final String CONFIG = "PULUMI_CONFIG";

  /** Sets the variable from a file, in UTF-8 as the engine does; this JVM may be unable to. */
  private static final String SHELL =
      "LC_ALL=C PULUMI_CONFIG=$(cat \"$0\"); export LC_ALL PULUMI_CONFIG; exec \"$@\"";

  private static final Path PROGRAM = Path.of(".").toAbsolutePath().normalize();

  private MavenRun() {}

  /**
   * Runs the program to its end and returns its exit code.
   *
   * @param environment the variables that Pulumi sets
   * @param log the file that Maven's output goes to
   * @throws IllegalStateException if it takes longer than five minutes
   */
  public static int exitCode(Map<String, String> environment, Path log)
      throws IOException, InterruptedException {
    Path config = log.resolveSibling("pulumi-config.json");
    Files.writeString(config, environment.getOrDefault(CONFIG, "{}"));
    ProcessBuilder builder =
        new ProcessBuilder(
            "sh",
            "-c",
            SHELL,
            config.toString(),
            "../mvnw",
            "--offline",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            "--no-transfer-progress",
            "compile",
            "exec:java");
    builder.environment().remove("JAVA_HOME");
    builder.environment().putAll(environment);
    builder.environment().remove(CONFIG);
    Process maven =
        builder
            .directory(PROGRAM.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      if (!maven.waitFor(5, TimeUnit.MINUTES)) {
        throw new IllegalStateException("Maven still runs after five minutes");
      }
      return maven.exitValue();
    } finally {
      maven.descendants().forEach(ProcessHandle::destroyForcibly);
      maven.destroyForcibly();
    }
  }
}
