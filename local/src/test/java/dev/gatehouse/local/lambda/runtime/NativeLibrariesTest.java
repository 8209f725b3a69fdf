package dev.gatehouse.local.lambda.runtime;

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

  @ParameterizedTest
  @CsvSource({"amd64, 62", "aarch64, 183"})
  @EnabledOnOs(OS.LINUX)
  void librariesAreForTheGivenProcessor(String processor, int elfMachine) throws IOException {
    NativeLibraries libraries = new NativeLibraries(directory, "Linux", processor);

    assertThat(readElfMachine(libraries.crt())).isEqualTo(elfMachine);
    assertThat(readElfMachine(libraries.runtimeClient())).isEqualTo(elfMachine);
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
    "Mac OS X, aarch64, runs functions only on Linux",
    "Linux,    riscv64, 'only on x86-64 and arm64, not on riscv64'"
  })
  void unsupportedPlatformIsNamed(String system, String processor, String sentence) {
    assertThatThrownBy(() -> new NativeLibraries(directory, system, processor))
        .isInstanceOf(PlanInvalid.class)
        .hasMessageContaining(sentence);
  }

  private static int readElfMachine(Path library) throws IOException {
    try (InputStream in = Files.newInputStream(library)) {
      byte[] header = in.readNBytes(20);
      return (header[18] & 0xff) | (header[19] & 0xff) << 8;
    }
  }
}
