package dev.gatehouse.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

  @TempDir private Path directory;

  @Test
  void directoryOfAnEarlierEmulatorIsRefusedWithWhatToDo() throws IOException {
    Files.createDirectory(directory.resolve("dynamodb"));

    assertThatThrownBy(() -> DataDirectory.openStore(directory))
        .isInstanceOf(StartupFailed.class)
        .hasMessage(
            "The data directory %s was written by an earlier emulator, whose tables this one cannot"
                + " read; choose another with --data, or delete it",
            directory);
  }

  @Test
  void tablesAreReadableForTheOwnerOnly() throws IOException {
    DataDirectory.openStore(directory).close();

    assertThat(Files.getPosixFilePermissions(directory.resolve("tables.mv")))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  }

  @Test
  void fileThatIsNoStoreIsRefusedWithWhatToDo() throws IOException {
    Files.writeString(directory.resolve("tables.mv"), "not a store".repeat(2_000));

    assertThatThrownBy(() -> DataDirectory.openStore(directory))
        .isInstanceOf(StartupFailed.class)
        .hasMessageContaining("tables.mv cannot be read; choose another directory with --data");
  }
}
