package dev.gatehouse.local.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.local.plan.PlanInvalid;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativeLibrariesTest {

  @TempDir Path directory = Path.of("");

  /** Where an ELF file says which processor it is for, and what it says. */
  @ParameterizedTest
  @CsvSource({"amd64, 62", "aarch64, 183"})
  @EnabledOnOs(OS.LINUX)
  void librariesAreForTheProcessorAtHand(String processor, int machine) throws IOException {
    NativeLibraries libraries = new NativeLibraries(directory, "Linux", processor);

    assertThat(elfMachine(libraries.crt())).isEqualTo(machine);
    assertThat(elfMachine(libraries.runtimeClient())).isEqualTo(machine);
    assertThat(libraries.crt()).hasFileName(System.mapLibraryName("aws-crt-jni"));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void librariesAreUnpackedOnce() throws IOException {
    Path library = new NativeLibraries(directory, "Linux", "amd64").crt();
    FileTime longAgo = FileTime.fromMillis(0);
    Files.setLastModifiedTime(library, longAgo);

    assertThat(new NativeLibraries(directory, "Linux", "amd64").crt()).isEqualTo(library);
    assertThat(Files.getLastModifiedTime(library)).isEqualTo(longAgo);
  }

  @ParameterizedTest
  @CsvSource({
    "Mac OS X, aarch64, Functions run on Linux alone",
    "Linux,    riscv64, 'x86-64 and arm64 alone, not on riscv64'"
  })
  void platformThatAwsHasNoLibraryForIsNamed(String system, String processor, String sentence) {
    assertThatThrownBy(() -> new NativeLibraries(directory, system, processor))
        .isInstanceOf(PlanInvalid.class)
        .hasMessageContaining(sentence);
  }

  private static int elfMachine(Path library) throws IOException {
    try (InputStream in = Files.newInputStream(library)) {
      byte[] header = in.readNBytes(20);
      return (header[18] & 0xff) | (header[19] & 0xff) << 8;
    }
  }
}
