package dev.gatehouse.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The lock of a data directory, so that two emulators do not overwrite each other's files. */
final class DataDirectoryLock implements AutoCloseable {
  private final FileChannel lock;

  private DataDirectoryLock(FileChannel lock) {
    this.lock = lock;
  }

  /** Locks a directory and creates it if needed; throws {@link StartupFailed} if that fails. */
  static DataDirectoryLock acquire(Path directory) {
    try {
      Files.createDirectories(directory);
      FileChannel lock =
          FileChannel.open(
              directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!tryLock(lock)) {
        lock.close();
        throw new StartupFailed(
            "Another local emulator uses the data directory %s; choose another with --data"
                .formatted(directory));
      }
      return new DataDirectoryLock(lock);
    } catch (IOException e) {
      throw new StartupFailed(
          "%s cannot be used as a directory; choose another with --data".formatted(directory));
    }
  }

  private static boolean tryLock(FileChannel lock) throws IOException {
    try {
      return lock.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // This process has the lock already.
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
