package dev.gatehouse.local.classarchive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The JVM's archive of the classes of a function, beside its task root: an AOT cache, or AppCDS
 * before JDK 25. It can have classes of jars on the class path only, so there is none of a function
 * with other files.
 */
public final class FunctionClassArchive {

  /** The ends of the names of archives, of every JDK. */
  public static final List<String> SUFFIXES = List.of(".aot", ".jsa");

  private static final ClassArchiveFlags FLAGS = ClassArchiveFlags.of(Runtime.version().feature());

  private static final String JARS = "lib";

  /** The time that a JVM of low priority may take to write the archive. */
  private static final int WRITING_SECONDS = 120;

  /** What the processes of functions do with the archives. */
  public enum Mode {
    /** Each starts with the archive, if there is one. */
    USE,
    /** Each writes the archive at its end. */
    RECORD
  }

  private final Path taskRoot;
  private final Path file;

  private FunctionClassArchive(Path taskRoot) {
    this.taskRoot = taskRoot;
    this.file = taskRoot.resolveSibling(taskRoot.getFileName() + FLAGS.suffix());
  }

  /** Returns the archive of the function that was unpacked to this directory. */
  public static FunctionClassArchive of(Path taskRoot) {
    return new FunctionClassArchive(taskRoot);
  }

  /** Returns whether a process can start with the archive. */
  public boolean isUsable() throws IOException {
    // The script that starts the emulator leaves an empty file where there can be no archive.
    return Files.exists(file) && Files.size(file) > 0 && isPossible();
  }

  /** Returns whether there can be an archive of the function. */
  public boolean isPossible() throws IOException {
    try (Stream<Path> files = Files.list(taskRoot)) {
      return files.allMatch(each -> each.getFileName().toString().equals(JARS));
    }
  }

  /** Returns the jars of the function, as its class loader orders them. */
  public List<Path> jars() throws IOException {
    try (Stream<Path> files = Files.list(taskRoot.resolve(JARS))) {
      return files.filter(each -> each.toString().endsWith(".jar")).sorted().toList();
    }
  }

  /** Returns the flags of a process that starts with the archive. */
  public List<String> use() {
    return List.of(FLAGS.use() + "=" + file, "-Xlog:" + FLAGS.log());
  }

  /** Returns a recording that replaces the archive. */
  public Recording record() {
    return new Recording(file.resolveSibling(file.getFileName() + "." + System.nanoTime()), file);
  }

  /**
   * A process that writes the archive.
   *
   * @param partial the file that it writes
   */
  public record Recording(Path partial, Path file) {

    /** Returns the flags of the process. */
    public List<String> flags() {
      return List.of(FLAGS.record() + "=" + partial, "-Xlog:" + FLAGS.log());
    }

    /** Ends the process as its JVM expects it, and waits for what it writes. */
    public void end(Process process) {
      process.destroy();
      try {
        process.waitFor(WRITING_SECONDS, TimeUnit.SECONDS);
        if (Files.exists(partial)) {
          Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
