package dev.gatehouse.integrationtests.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.integrationtests.clients.ApiClient;
import dev.gatehouse.integrationtests.clients.SignUpUser;
import dev.gatehouse.integrationtests.project.Repository;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("extended")
class ShutdownIT {

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void noProcessAndNoPortStaysOpen(String signal) throws Exception {
    LocalEmulator emulator = LocalEmulator.start();
    new ApiClient(emulator).signUp(SignUpUser.create());
    List<ProcessHandle> children = emulator.process().descendants().toList();
    assertThat(children).as("functions run as child processes").hasSizeGreaterThan(1);

    new ProcessBuilder("kill", "-" + signal, Long.toString(emulator.process().pid()))
        .start()
        .waitFor();

    assertThat(emulator.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
    for (ProcessHandle child : children) {
      assertThat(child.onExit()).succeedsWithin(Duration.ofSeconds(10));
    }
    assertThat(isOpen(emulator.aws())).isFalse();
    assertThat(isOpen(emulator.api())).isFalse();
  }

  @Test
  @Timeout(60)
  void ctrlCDuringTheWarmUpPrintsNothing() throws Exception {
    Process emulator = LocalEmulator.launchAsGroupLeader();
    while (emulator.descendants().findAny().isEmpty()) {
      Thread.sleep(10); // until the first function starts
    }

    // A terminal sends the signal to the whole group.
    new ProcessBuilder("kill", "-INT", "--", "-" + emulator.pid()).start().waitFor();

    assertThat(emulator.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(emulator.inputReader().lines()).isEmpty();
  }

  @Test
  void killedEmulatorLeavesNoChildProcess() throws Exception {
    LocalEmulator emulator = LocalEmulator.start();
    new ApiClient(emulator).signUp(SignUpUser.create());
    List<ProcessHandle> children = emulator.process().descendants().toList();

    emulator.process().destroyForcibly();

    for (ProcessHandle child : children) {
      assertThat(child.onExit()).succeedsWithin(Duration.ofSeconds(30));
    }
  }

  @Test
  void portInUseIsReportedInOneLine() throws Exception {
    try (LocalEmulator emulator = LocalEmulator.start()) {
      String port = Integer.toString(emulator.aws().getPort());
      Process second =
          LocalEmulator.launch(
              List.of(
                  "--api-port", "0", "--aws-port", port, "--plan", Repository.plan().toString()));
      assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
      String printed = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(second.exitValue()).isEqualTo(1);
      assertThat(printed.strip().lines()).hasSize(1);
      assertThat(printed).contains(port, "in use", "--aws-port");
    }
  }

  private static boolean isOpen(URI address) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
      return socket.isConnected();
    } catch (java.net.ConnectException e) {
      return false;
    }
  }
}
