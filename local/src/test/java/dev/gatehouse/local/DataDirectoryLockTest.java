package dev.gatehouse.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryLockTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void secondLockFailsUntilTheFirstIsReleased() throws IOException {
    Path data = folder.resolve("new/data");
    try (DataDirectoryLock first = DataDirectoryLock.acquire(data)) {
      assertThat(first).isNotNull();
      assertThatThrownBy(() -> DataDirectoryLock.acquire(data))
          .isInstanceOf(StartupFailed.class)
          .hasMessageContaining("Another local emulator uses the data directory");
    }
    DataDirectoryLock.acquire(data).close();
  }

  @Test
  void fileIsRefused() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> DataDirectoryLock.acquire(file))
        .isInstanceOf(StartupFailed.class)
        .hasMessageContaining("cannot be used as a directory");
  }
}
