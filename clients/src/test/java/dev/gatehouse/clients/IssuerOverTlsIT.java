package dev.gatehouse.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients of OpenID Connect that discover an issuer with {@code https:}, as they insist on. */
@Tag("clients")
@TestInstance(Lifecycle.PER_CLASS)
class IssuerOverTlsIT {

  private RunningEmulator emulator;

  @BeforeAll
  void startEmulator() throws IOException {
    emulator = RunningEmulator.startWithIssuerOverTls();
  }

  @AfterAll
  void stopEmulator() {
    emulator.close();
  }

  @ParameterizedTest
  @MethodSource("clients")
  void clientThatTrustsTheAuthorityPassesEveryStep(Client client) throws Exception {
    assertThat(emulator.issuer()).startsWith(emulator.info("httpsUrl") + "/");

    Outcome outcome = client.run().against(emulator);

    assertThat(client.possibleSteps())
        .isNotEmpty()
        .allSatisfy(step -> assertThat(outcome.error(step)).as(step.title()).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("clients")
  void clientThatDoesNotTrustItSignsNobodyIn(Client client) throws Exception {
    ClientProgram program = (ClientProgram) client.run();

    Outcome outcome =
        new ClientProgram(program.command(), Map.of("NODE_EXTRA_CA_CERTS", "")).against(emulator);

    assertThat(outcome.error(Step.SIGN_IN)).contains("certificate");
  }

  static List<Client> clients() {
    return ClientMatrix.OF_USERS.stream()
        .filter(client -> client.name().startsWith("openid") || client.name().startsWith("oidc"))
        .toList();
  }
}
