package dev.gatehouse.integrationtests.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import dev.gatehouse.integrationtests.emulator.WithLocalEmulator;
import dev.gatehouse.integrationtests.project.Repository;
import dev.gatehouse.integrationtests.project.Shell;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code local/check-ports}, which {@code make local} runs before it builds. */
@WithLocalEmulator
@Tag("extended")
class CheckPortsIT {
  private final LocalEmulator emulator;

  CheckPortsIT(LocalEmulator emulator) {
    this.emulator = emulator;
  }

  private static Shell.Result check(Object api, Object aws)
      throws IOException, InterruptedException {
    return Shell.run(
        Repository.ROOT,
        Map.of("GATEHOUSE_API_PORT", api.toString(), "GATEHOUSE_AWS_PORT", aws.toString()),
        "local/check-ports");
  }

  private static ServerSocket anotherProgram() throws IOException {
    return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  @Test
  void freePortsAreAcceptedSilently() throws Exception {
    assertThat(check(0, 0)).isEqualTo(new Shell.Result(0, ""));
  }

  @Test
  void bothPortsOfOtherProgramsAreNamedAtOnce() throws Exception {
    try (ServerSocket one = anotherProgram();
        ServerSocket other = anotherProgram()) {
      Shell.Result result = check(one.getLocalPort(), other.getLocalPort());

      assertThat(result.exitCode()).isEqualTo(1);
      assertThat(result.output())
          .contains(
              "Port %s (API) is in use by another program".formatted(one.getLocalPort()),
              "Port %s (AWS) is in use by another program".formatted(other.getLocalPort()));
      assertThat(result.lastLine())
          .matches("Choose other ports: make local API_PORT=\\d+ AWS_PORT=\\d+");
    }
  }

  @Test
  void runningGatehouseIsRecognizedOnEitherPort() throws Exception {
    Shell.Result result = check(emulator.api().getPort(), emulator.aws().getPort());

    assertThat(result.output())
        .contains(
            "Gatehouse is already running, see http://localhost:" + emulator.aws().getPort() + "/",
            "Gatehouse's API is already running, see http://localhost:" + emulator.api().getPort());
  }

  @Test
  void valuesThatAreNoPortsAreNamed() throws Exception {
    Shell.Result result = check("http", "65536");

    assertThat(result.output())
        .contains(
            "API_PORT is \"http\"; expected a port", "AWS_PORT is \"65536\"; expected a port");
  }

  @Test
  void samePortTwiceIsRefused() throws Exception {
    Shell.Result result = check(8_090, 8_090);

    assertThat(result.output()).startsWith("API_PORT and AWS_PORT are both 8090; they must differ");
    assertThat(result.lastLine()).startsWith("Choose other ports: make local AWS_PORT=");
  }

  @Test
  void makeTakesThePortsAsVariables() throws Exception {
    try (ServerSocket one = anotherProgram();
        ServerSocket other = anotherProgram()) {
      Shell.Result result =
          Shell.run(
              Repository.ROOT,
              Map.of(),
              "make",
              "-s",
              "local",
              "API_PORT=" + one.getLocalPort(),
              "AWS_PORT=" + other.getLocalPort());

      assertThat(result.exitCode()).isNotZero();
      assertThat(result.output())
          .contains("Port %s (API)".formatted(one.getLocalPort()))
          .contains("Port %s (AWS)".formatted(other.getLocalPort()))
          .doesNotContain("Building");
    }
  }
}
