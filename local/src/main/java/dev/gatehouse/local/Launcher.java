package dev.gatehouse.local;

import dev.gatehouse.local.classarchive.ClassArchiveFlags;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The build step that writes {@code local/target/start}, a script that starts the emulator without
 * Maven and from any directory. Paths in it are relative to the script, and libraries lie beside
 * it, so that a checkout can be moved and a copy runs its own code.
 *
 * @param root the repository root
 * @param script the path of the script
 * @param classPath the class path: the module's jar, jars of the repository, and libraries
 * @param javaHome the JDK of the build, which the script prefers
 */
record Launcher(Path root, Path script, List<Path> classPath, Path javaHome) {

  private static final String TEMPLATE = "start.sh";

  /** Writes the script; takes the repository root, the module's jar and the path of the script. */
  public static void main(String[] args) throws IOException {
    Path jar = Path.of(args[1]);
    Stream<Path> dependencies =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .map(Path::of)
            // The jar replaces the module's own classes.
            .filter(entry -> !entry.equals(jar.resolveSibling("classes")));
    new Launcher(
            Path.of(args[0]).toRealPath(),
            Path.of(args[2]),
            Stream.concat(Stream.of(jar), dependencies).toList(),
            Path.of(System.getProperty("java.home")))
        .write();
  }

  /** Links the libraries into the folder beside the script and writes the script. */
  void write() throws IOException {
    Path folder = Files.createDirectories(script.toAbsolutePath().getParent()).toRealPath();
    Path libraries = Files.createDirectories(folder.resolve("lib"));
    Set<Path> used = new TreeSet<>();
    List<String> entries = new ArrayList<>();
    List<String> ownJars = new ArrayList<>();
    for (Path entry : classPath) {
      Path own = entry.toRealPath();
      boolean library = !own.startsWith(root);
      if (library) {
        own = link(own, libraries.resolve(own.getFileName()));
        if (!used.add(own)) {
          throw new IOException("two libraries are named " + own.getFileName());
        }
      }
      String path = "$here/" + escape(folder.relativize(own));
      entries.add(path);
      if (!library) {
        ownJars.add("\"" + path + "\"");
      }
    }
    deleteUnused(libraries, used);
    String text =
        ClassArchiveFlags.of(Runtime.version().feature())
            .fillIn(template())
            .replace("@JAVA@", quote(javaHome.resolve("bin/java")))
            .replace("@ROOT@", escape(folder.relativize(root)))
            .replace("@OWN_JARS@", String.join(" ", ownJars))
            .replace("@CLASS_PATH@", String.join(":", entries));
    // Atomic, so that a shell never reads half a script.
    Path partial = Files.createTempFile(folder, "start", null);
    Files.writeString(partial, text);
    Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.move(partial, script, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Links a library, or copies it from another file system, unless that was done before. */
  private static Path link(Path library, Path own) throws IOException {
    if (Files.exists(own) && Files.mismatch(library, own) < 0) {
      return own;
    }
    Files.deleteIfExists(own);
    try {
      Files.createLink(own, library);
    } catch (IOException | UnsupportedOperationException e) {
      Files.copy(library, own);
    }
    return own;
  }

  private static void deleteUnused(Path libraries, Set<Path> used) throws IOException {
    try (Stream<Path> files = Files.list(libraries)) {
      for (Path file : files.filter(file -> !used.contains(file)).toList()) {
        Files.delete(file);
      }
    }
  }

  private static String template() {
    try (InputStream in = Launcher.class.getResourceAsStream(TEMPLATE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Escapes a word for a place between double quotes. */
  private static String escape(Path path) {
    return path.toString().replaceAll("[\\\\\"$`]", "\\\\$0");
  }

  private static String quote(Path word) {
    return "'" + word.toString().replace("'", "'\\''") + "'";
  }
}
