package dev.gatehouse.local.lambda.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The unpacked archives of functions; archives with equal bytes share a directory, also those of
 * other emulators of this checkout. A directory is leased while the emulator runs.
 */
public final class FunctionArchives implements AutoCloseable {

  private final UnpackedDirectories directories;

  /** Not a monitor, which would pin a virtual thread's carrier while an archive is unpacked. */
  private final ReentrantLock lock = new ReentrantLock();

  private final Map<Path, Unpacked> unpacked = new HashMap<>();
  private boolean closed;

  /** A directory with the files of an archive. */
  private record Unpacked(Path directory, ArchiveLease lease) {}

  /** Creates a store that unpacks archives into a directory. */
  public FunctionArchives(Path directory) {
    this.directories = new UnpackedDirectories(directory);
  }

  /** Returns the directory with the archive's files, the function's task root. */
  Path unpack(Path archive) throws IOException {
    lock.lock();
    try {
      if (closed) {
        throw new IOException("the emulator is stopping");
      }
      @Nullable Unpacked existing = unpacked.get(archive);
      if (existing != null && Files.isDirectory(existing.directory())) {
        return existing.directory();
      }
      if (existing != null) {
        // A clean build has deleted it while the emulator runs.
        existing.lease().close();
      }
      String name = name(archive);
      Path directory = directories.directory(name);
      unpacked.put(archive, new Unpacked(directory, directories.lease(name, archive)));
      if (!Files.isDirectory(directory)) {
        unpack(archive, directories.createPartial(name), directory);
      }
      return directory;
    } finally {
      lock.unlock();
    }
  }

  /** Deletes the directories of archives that were changed or deleted and that nobody uses. */
  public void deleteUnused() throws IOException {
    directories.deleteUnused();
  }

  /** Ends the leases. */
  @Override
  public void close() throws IOException {
    lock.lock();
    try {
      closed = true;
      for (Unpacked each : unpacked.values()) {
        each.lease().close();
      }
      unpacked.clear();
    } finally {
      lock.unlock();
    }
  }

  private static void unpack(Path archive, Path partial, Path directory) throws IOException {
    extract(archive, partial);
    try {
      // Atomic, so that a partly unpacked archive is never used.
      Files.move(partial, directory, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.isDirectory(directory)) {
        throw e;
      }
      // Another emulator was faster; deleteUnused deletes the files of this one.
    }
  }

  private static void extract(Path archive, Path into) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = into.resolve(entry.getName()).normalize();
        if (!file.startsWith(into)) {
          throw new IOException(
              archive + " contains a path outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.getParent());
          Files.copy(zip, file);
        }
      }
    }
  }

  private static String name(Path archive) throws IOException {
    String stem = archive.getFileName().toString().replaceFirst("\\.zip$", "");
    return stem + "-" + checksum(archive);
  }

  /** Returns 64 bits as 16 digits: two checksums that a JVM has in native code from its start. */
  private static String checksum(Path file) throws IOException {
    CRC32 first = new CRC32();
    CRC32C second = new CRC32C();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] block = new byte[65_536];
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        first.update(block, 0, read);
        second.update(block, 0, read);
      }
    }
    return HexFormat.of().toHexDigits(first.getValue() << 32 | second.getValue());
  }
}
