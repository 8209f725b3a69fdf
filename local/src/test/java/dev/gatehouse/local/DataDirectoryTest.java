package dev.gatehouse.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataDirectoryTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"cognito.json", "kms.json", "dynamodb", "tables.mv"})
  void directoryOfAnEarlierEmulatorIsRefusedWithWhatToDo(String earlier) throws IOException {
    Files.createFile(directory.resolve(earlier));

    assertThatThrownBy(() -> DataDirectory.openStore(directory))
        .isInstanceOf(StartupFailed.class)
        .hasMessage(
            "The data directory %s was written by an earlier emulator, whose %s this one cannot"
                + " read; choose another with --data, or delete it",
            directory, earlier);
  }

  @Test
  void storeIsReadableForTheOwnerOnly() throws IOException {
    DataDirectory.openStore(directory).close();

    assertThat(Files.getPosixFilePermissions(directory.resolve("gatehouse.mv")))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  }

  @Test
  void fileThatIsNoStoreIsRefusedWithWhatToDo() throws IOException {
    Files.writeString(directory.resolve("gatehouse.mv"), "not a store".repeat(2_000));

    assertThatThrownBy(() -> DataDirectory.openStore(directory))
        .isInstanceOf(StartupFailed.class)
        .hasMessageContaining("gatehouse.mv cannot be read; choose another directory with --data");
  }
}
