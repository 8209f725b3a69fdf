package dev.gatehouse.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second machine away from the directory of the first: each would overwrite the other. */
final class DataDirectory implements AutoCloseable {
  private final FileChannel lock;

  private DataDirectory(FileChannel lock) {
    this.lock = lock;
  }

  /** Takes the directory, made if it is missing; throws {@link CannotStart} if that fails. */
  static DataDirectory take(Path directory) {
    try {
      Files.createDirectories(directory);
      FileChannel lock =
          FileChannel.open(
              directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(lock)) {
        lock.close();
        throw new CannotStart(
            "Another machine keeps its data in %s; choose another directory with --data"
                .formatted(directory));
      }
      return new DataDirectory(lock);
    } catch (IOException e) {
      throw new CannotStart(
          "%s cannot be used as a directory; choose another with --data".formatted(directory));
    }
  }

  private static boolean locked(FileChannel lock) throws IOException {
    try {
      return lock.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // Held by this very process.
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
