package dev.gatehouse.pulumi.plan;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The build step that writes {@code pulumi/target/record}, a script that records the plan anew from
 * Pulumi.local.yaml without Maven; with the name of a variant, the plan of the variant.
 */
public final class RecordScript {
  private static final String SCRIPT =
      """
      #!/bin/sh
      # Written by the build. Records the plan of Pulumi.local.yaml; VARIANT... or --all for others.
      set -eu
      jdk=$(%1$s/../tools/find-jdk)
      unsafe=
      if grep -Eq '^JAVA_VERSION="(2[3-9]|[3-9][0-9])' "$jdk/release"; then
        unsafe=--sun-misc-unsafe-memory-access=allow
      fi
      exec "$jdk/bin/java" $unsafe %4$s -XX:SharedArchiveFile=%3$s/recorder.jsa -Dprogram.options=%5$s \\
        -Dio.grpc.netty.shaded.io.netty.noUnsafe=true \\
        -Dio.grpc.netty.shaded.io.netty.transport.noNative=true \\
        -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp %2$s \\
        dev.gatehouse.pulumi.plan.PlanRecorder dev.gatehouse.pulumi.App %1$s local Pulumi.local.yaml %3$s "$@"
      """;

  /**
   * A JVM that finds its classes in an archive of its last run starts in less than half the time.
   */
  private static final String SHARED_ARCHIVE =
      "-XX:+IgnoreUnrecognizedVMOptions -XX:+AutoCreateSharedArchive -Xlog:disable";

  private RecordScript() {}

  /** Writes the script; takes the directory of Pulumi.yaml, the output directory and the jar. */
  public static void main(String[] args) throws IOException {
    Path script = Path.of(args[1], "record");
    // A JVM does not replace the archive of another jar.
    for (String archive : List.of("recorder.jsa", "program.jsa")) {
      Files.deleteIfExists(Path.of(args[1], archive));
    }
    String program = "%s -XX:SharedArchiveFile=%s/program.jsa".formatted(SHARED_ARCHIVE, args[1]);
    Files.writeString(
        script,
        SCRIPT.formatted(
            quote(args[0]),
            quote(classPath(args[2])),
            quote(args[1]),
            SHARED_ARCHIVE,
            quote(program)));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /**
   * Returns the class path, with the module's jar instead of its classes, which no archive shares.
   */
  private static String classPath(String jar) {
    return Stream.concat(
            Stream.of(jar),
            Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> entry.endsWith(".jar")))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String quote(Object word) {
    return "'" + word.toString().replace("'", "'\\''") + "'";
  }
}
