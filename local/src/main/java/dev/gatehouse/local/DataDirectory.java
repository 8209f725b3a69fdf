package dev.gatehouse.local;

import dev.gatehouse.dynamodb.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.h2.mvstore.MVStoreException;

/** The directory of {@code --data}. */
final class DataDirectory {

  /** The file with the tables and all else. */
  private static final String STORE = "gatehouse.mv";

  /** What emulators before this one wrote: users, keys, and tables in two formats. */
  private static final List<String> EARLIER =
      List.of("cognito.json", "kms.json", "dynamodb", "tables.mv");

  private DataDirectory() {}

  /** Opens the store in a directory; throws {@link StartupFailed} for one that cannot be read. */
  static Store openStore(Path directory) {
    for (String earlier : EARLIER) {
      if (Files.exists(directory.resolve(earlier))) {
        throw new StartupFailed(
            ("The data directory %s was written by an earlier emulator, whose %s this one cannot"
                    + " read; choose another with --data, or delete it")
                .formatted(directory, earlier));
      }
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
