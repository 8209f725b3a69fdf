package dev.gatehouse.local;

import dev.gatehouse.dynamodb.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.h2.mvstore.MVStoreException;

/** The directory of {@code --data}. */
final class DataDirectory {

  /** The file with the tables. */
  private static final String STORE = "tables.mv";

  /**
   * The folder in which emulators before this one kept the tables, in a format of another engine.
   */
  private static final String EARLIER_TABLES = "dynamodb";

  private DataDirectory() {}

  /** Opens the store in a directory; throws {@link StartupFailed} for one that cannot be read. */
  static Store openStore(Path directory) {
    if (Files.exists(directory.resolve(EARLIER_TABLES))) {
      throw new StartupFailed(
          ("The data directory %s was written by an earlier emulator, whose tables this one cannot"
                  + " read; choose another with --data, or delete it")
              .formatted(directory));
    }
    Path file = directory.resolve(STORE);
    try {
      createForOwner(file);
      return Store.open(file);
    } catch (MVStoreException | IOException e) {
      throw new StartupFailed(
          "%s cannot be read; choose another directory with --data, or delete it".formatted(file));
    }
  }

  /** Creates the file so that nobody else reads the rows, unless it exists. */
  private static void createForOwner(Path file) throws IOException {
    if (Files.notExists(file)) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
  }
}
