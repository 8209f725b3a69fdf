package dev.gatehouse.local.lambda.runtime;

import dev.gatehouse.local.classarchive.FunctionClassArchive;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The directories of unpacked archives, which the emulators of a checkout share. Beside each lies a
 * lease file, which names the archive and is locked by every emulator that uses the directory, and
 * possibly the archive of its classes.
 */
final class UnpackedDirectories {

  private static final String LEASE = ".lease";
  private static final String PARTIAL = ".partial-";
  private static final String CHANGES = "lock";
  private static final Pattern ENTRY =
      Pattern.compile(
          "(?<name>.+?)(\\.lease|\\.partial-[^.]+|\\.(aot|jsa)(\\.\\d+(\\.config)?)?)?");

  /** Within this process, since a file lock is for the whole process. */
  private static final ReentrantLock CHANGES_LOCK = new ReentrantLock();

  private final Path root;

  UnpackedDirectories(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  /** A change of the leases, which no other emulator changes meanwhile. */
  @FunctionalInterface
  private interface Change<T> {
    T apply() throws IOException;
  }

  /** Returns the directory of this name, which may not exist yet. */
  Path directory(String name) {
    return root.resolve(name);
  }

  /** Leases the directory of an archive. */
  ArchiveLease lease(String name, Path archive) throws IOException {
    return exclusively(() -> ArchiveLease.acquire(root.resolve(name + LEASE), state(archive)));
  }

  /** Creates a directory to unpack to, before the files are moved to the directory of this name. */
  Path createPartial(String name) throws IOException {
    return Files.createTempDirectory(root, name + PARTIAL);
  }

  /** Deletes what no emulator uses and no archive has as its content any more. */
  void deleteUnused() throws IOException {
    exclusively(
        () -> {
          for (String name : names()) {
            deleteUnused(name);
          }
          return root;
        });
  }

  private <T> T exclusively(Change<T> change) throws IOException {
    CHANGES_LOCK.lock();
    try {
      Path file = Files.createDirectories(root).resolve(CHANGES);
      try (FileChannel changes =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        changes.lock();
        return change.apply();
      }
    } finally {
      CHANGES_LOCK.unlock();
    }
  }

  private void deleteUnused(String name) throws IOException {
    Path file = root.resolve(name + LEASE);
    try (@Nullable FileChannel lease = ArchiveLease.tryLock(file)) {
      if (lease == null) {
        return;
      }
      for (Path partial : entries(name + PARTIAL)) {
        delete(partial);
      }
      if (!isCurrent(lease)) {
        for (String suffix : FunctionClassArchive.SUFFIXES) {
          for (Path classes : entries(name + suffix)) {
            Files.delete(classes);
          }
        }
        delete(root.resolve(name));
        Files.delete(file);
      }
    }
  }

  /** Returns the names of all directories, also of those without a lease or with nothing else. */
  private Set<String> names() throws IOException {
    Set<String> names = new TreeSet<>();
    for (Path entry : entries("")) {
      Matcher name = ENTRY.matcher(entry.getFileName().toString());
      if (name.matches() && !name.group("name").equals(CHANGES)) {
        names.add(name.group("name"));
      }
    }
    return names;
  }

  private List<Path> entries(String prefix) throws IOException {
    try (Stream<Path> files = Files.list(root)) {
      return files.filter(file -> file.getFileName().toString().startsWith(prefix)).toList();
    }
  }

  /** Returns the content of a lease file: where the archive is, and its state when unpacked. */
  private static String state(Path archive) throws IOException {
    return "%s\n%s\n%s"
        .formatted(archive.toRealPath(), Files.size(archive), Files.getLastModifiedTime(archive));
  }

  private static boolean isCurrent(FileChannel lease) throws IOException {
    String state =
        new String(Channels.newInputStream(lease).readAllBytes(), StandardCharsets.UTF_8);
    Path archive = Path.of(state.lines().findFirst().orElse(""));
    return Files.isRegularFile(archive) && state.equals(state(archive));
  }

  private static void delete(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
