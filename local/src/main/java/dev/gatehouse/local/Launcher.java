package dev.gatehouse.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The build step that writes {@code local/target/start}, a script that starts the emulator without
 * Maven, with the JDK of the build and from any directory.
 */
final class Launcher {

  private static final String SCRIPT =
      """
      #!/bin/sh
      # Written by the build. Starts the local emulator; see --help.
      exec %s -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \\
        -cp %s \\
        dev.gatehouse.local.Main --root %s "$@"
      """;

  private Launcher() {}

  /** Writes the script; takes the repository root, the module's jar and the path of the script. */
  public static void main(String[] args) throws IOException {
    Path root = Path.of(args[0]).normalize();
    Path jar = Path.of(args[1]);
    Path script = Path.of(args[2]);
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Files.writeString(script, SCRIPT.formatted(quote(java), quote(classPath(jar)), quote(root)));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Returns the class path, with the module's jar instead of its classes directory. */
  private static String classPath(Path jar) {
    Stream<String> libraries =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> entry.endsWith(".jar"));
    return Stream.concat(Stream.of(jar.toString()), libraries)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String quote(Object word) {
    return "'" + word.toString().replace("'", "'\\''") + "'";
  }
}
