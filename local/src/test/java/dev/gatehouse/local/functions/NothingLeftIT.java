package dev.gatehouse.local.functions;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class NothingLeftIT {

  private final Path directory;

  NothingLeftIT(@TempDir Path directory) {
    this.directory = directory;
  }

  @BeforeEach
  void packTheHandlers() throws IOException {
    Path zip = HandlersZip.write(directory);
    assertThat(zip).exists();
  }

  @Test
  void childrenOfAKilledMachineEndByThemselves() throws Exception {
    Process machine = start();
    List<ProcessHandle> children = children(machine);
    machine.getOutputStream().close();
    assertThat(machine.waitFor()).isEqualTo(137);
    assertEnded(children);
  }

  @Test
  void childrenOfATerminatedMachineEndWithIt() throws Exception {
    Process machine = start();
    List<ProcessHandle> children = children(machine);
    machine.toHandle().destroy(); // Process.destroy closes its input too, which halts it
    assertThat(machine.waitFor()).isEqualTo(143);
    assertEnded(children);
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            HaltingMachine.class.getName(),
            directory.toString())
        .redirectErrorStream(true)
        .start();
  }

  private static List<ProcessHandle> children(Process machine) throws IOException {
    BufferedReader lines = machine.inputReader();
    assertThat(lines.readLine()).startsWith("Answered http://127.0.0.1:");
    List<ProcessHandle> children =
        Stream.generate(() -> line(lines))
            .takeWhile(line -> !line.equals("ready"))
            .map(pid -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow())
            .toList();
    assertThat(children).hasSize(2);
    return children;
  }

  private static String line(BufferedReader lines) {
    try {
      return String.valueOf(lines.readLine());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertEnded(List<ProcessHandle> children) throws Exception {
    CompletableFuture<?>[] ends =
        children.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
    assertThat(
            CompletableFuture.allOf(ends).orTimeout(20, TimeUnit.SECONDS).handle((v, e) -> e).get())
        .isNull();
  }
}
