package dev.gatehouse.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void aSecondMachineIsKeptAwayUntilTheFirstIsGone() throws IOException {
    Path data = folder.resolve("new/data");
    try (DataDirectory first = DataDirectory.take(data)) {
      assertThat(first).isNotNull();
      assertThatThrownBy(() -> DataDirectory.take(data))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("Another machine keeps its data in");
    }
    DataDirectory.take(data).close();
  }

  @Test
  void aFileIsNoDirectory() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> DataDirectory.take(file))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("cannot be used as a directory");
  }
}
