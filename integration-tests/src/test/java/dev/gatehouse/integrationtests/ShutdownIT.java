package dev.gatehouse.integrationtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShutdownIT {

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void noProcessAndNoPortIsLeftBehind(String signal) throws Exception {
    Machine machine = Machine.start();
    new SignUpClient(machine).signUp(Person.anybody());
    List<ProcessHandle> children = machine.process().descendants().toList();
    assertThat(children).as("DynamoDB and the functions run as processes").hasSizeGreaterThan(2);

    new ProcessBuilder("kill", "-" + signal, Long.toString(machine.process().pid()))
        .start()
        .waitFor();

    assertThat(machine.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
    for (ProcessHandle child : children) {
      assertThat(child.onExit()).succeedsWithin(Duration.ofSeconds(10));
    }
    assertThat(isOpen(machine.aws())).isFalse();
    assertThat(isOpen(machine.api())).isFalse();
  }

  @Test
  void aKilledMachineLeavesNoChildBehind() throws Exception {
    Machine machine = Machine.start();
    new SignUpClient(machine).signUp(Person.anybody());
    List<ProcessHandle> children = machine.process().descendants().toList();

    machine.process().destroyForcibly();

    for (ProcessHandle child : children) {
      assertThat(child.onExit()).succeedsWithin(Duration.ofSeconds(30));
    }
  }

  @Test
  void aPortInUseIsSaidInOneSentence() throws Exception {
    try (Machine machine = Machine.start()) {
      String port = Integer.toString(machine.aws().getPort());
      Process second = Machine.launch(List.of("--api-port", "0", "--aws-port", port));
      assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
      String said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(second.exitValue()).isEqualTo(1);
      assertThat(said.strip().lines()).hasSize(1);
      assertThat(said).contains(port, "in use", "--aws-port");
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
