package dev.gatehouse.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("extended")
@Timeout(120)
class ChildProcessesIT {

  private final Path directory;

  ChildProcessesIT(@TempDir Path directory) {
    this.directory = directory;
  }

  @BeforeEach
  void writeArchive() throws IOException {
    Path zip = HandlersArchive.write(directory);
    assertThat(zip).exists();
  }

  @Test
  void childrenOfAKilledEmulatorExit() throws Exception {
    Process emulator = start();
    List<ProcessHandle> children = children(emulator);
    emulator.getOutputStream().close();
    assertThat(emulator.waitFor()).isEqualTo(137);
    assertExited(children);
  }

  @Test
  void childrenOfATerminatedEmulatorExit() throws Exception {
    Process emulator = start();
    List<ProcessHandle> children = children(emulator);
    emulator.toHandle().destroy(); // Process.destroy also closes the input, which halts it
    assertThat(emulator.waitFor()).isEqualTo(143);
    assertExited(children);
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            HaltingEmulator.class.getName(),
            directory.toString())
        .redirectErrorStream(true)
        .start();
  }

  private static List<ProcessHandle> children(Process emulator) throws IOException {
    BufferedReader lines = emulator.inputReader();
    assertThat(lines.readLine()).isEqualTo("Succeeded");
    List<ProcessHandle> children =
        Stream.generate(() -> line(lines))
            .takeWhile(line -> !line.equals("ready"))
            .map(pid -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow())
            .toList();
    assertThat(children).hasSize(1);
    return children;
  }

  private static String line(BufferedReader lines) {
    try {
      return String.valueOf(lines.readLine());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertExited(List<ProcessHandle> children) throws Exception {
    CompletableFuture<?>[] ends =
        children.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
    assertThat(
            CompletableFuture.allOf(ends).orTimeout(20, TimeUnit.SECONDS).handle((v, e) -> e).get())
        .isNull();
  }
}
