package dev.gatehouse.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the script that starts the machine without Maven, with the JDK that built it and from any
 * directory.
 */
final class Launcher {

  private static final String SCRIPT =
      """
      #!/bin/sh
      # Written by the build; starts the machine. Try --help.
      exec %s -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \\
        -cp %s \\
        dev.gatehouse.local.Main --root %s "$@"
      """;

  private Launcher() {}

  /** Takes the repository root, the room's jar and the script to write. */
  public static void main(String[] args) throws IOException {
    Path root = Path.of(args[0]).normalize();
    Path jar = Path.of(args[1]);
    Path script = Path.of(args[2]);
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Files.writeString(script, SCRIPT.formatted(quoted(java), quoted(classPath(jar)), quoted(root)));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** The room's jar stands for the directory that it was packed from. */
  private static String classPath(Path jar) {
    Stream<String> libraries =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> entry.endsWith(".jar"));
    return Stream.concat(Stream.of(jar.toString()), libraries)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String quoted(Object word) {
    return "'" + word.toString().replace("'", "'\\''") + "'";
  }
}
