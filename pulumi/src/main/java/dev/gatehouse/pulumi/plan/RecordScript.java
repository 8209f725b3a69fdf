package dev.gatehouse.pulumi.plan;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The build step that writes {@code pulumi/target/record}, a script that records the plan anew from
 * Pulumi.local.yaml without Maven; with the name of a variant, the plan of the variant. It finds
 * its own checkout, so that a copy records its own stack.
 */
public final class RecordScript {
  private static final String SCRIPT =
      """
      #!/bin/sh
      # Written by the build. Records the plan of Pulumi.local.yaml; VARIANT... or --all for others.
      set -eu
      here=$(cd "$(dirname "$0")" && pwd)
      jdk=$("$here/../../tools/find-jdk")
      unsafe=
      if grep -Eq '^JAVA_VERSION="(2[3-9]|[3-9][0-9])' "$jdk/release"; then
        unsafe=--sun-misc-unsafe-memory-access=allow
      fi
      cd "$here/.."
      exec "$jdk/bin/java" $unsafe -XX:+IgnoreUnrecognizedVMOptions -XX:+AutoCreateSharedArchive \\
        -Xlog:disable "-XX:SharedArchiveFile=$here/recorder.jsa" \\
        -Dio.grpc.netty.shaded.io.netty.noUnsafe=true \\
        -Dio.grpc.netty.shaded.io.netty.transport.noNative=true \\
        -Djava.util.concurrent.ForkJoinPool.common.parallelism=4 \\
        -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$here"/%s:%s \\
        dev.gatehouse.pulumi.plan.PlanRecorder local Pulumi.local.yaml "$here" "$@"
      """;

  private RecordScript() {}

  /** Writes the script; takes the path of the script and the file name of the module's jar. */
  public static void main(String[] args) throws IOException {
    Path script = Path.of(args[0]);
    // A JVM does not replace the archive of another jar.
    Files.deleteIfExists(script.resolveSibling("recorder.jsa"));
    Files.writeString(script, text(args[1], System.getProperty("java.class.path")));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Returns the script, with the jar instead of the module's classes, which no archive shares. */
  static String text(String jar, String classPath) {
    String libraries =
        Stream.of(classPath.split(File.pathSeparator, -1))
            .filter(entry -> entry.endsWith(".jar"))
            .collect(Collectors.joining(File.pathSeparator));
    return SCRIPT.formatted(quote(jar), quote(libraries));
  }

  private static String quote(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
