package dev.gatehouse.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadyMessageTest {

  private static final EmulatorInfo INFO = info(null);

  private static EmulatorInfo info(@Nullable String hostedUiUrl) {
    return info(hostedUiUrl, "http://localhost:4/", null, null);
  }

  private static EmulatorInfo info(
      @Nullable String hostedUiUrl,
      @Nullable String demoUrl,
      @Nullable String httpsUrl,
      @Nullable String caFile) {
    return new EmulatorInfo(
        "http://localhost:1",
        "http://localhost:2",
        "us-east-1",
        "us-east-1_pool",
        "client",
        "users",
        "http://localhost:2/_aws/ses",
        "jane@acme.example",
        hostedUiUrl,
        demoUrl,
        httpsUrl,
        caFile,
        List.of("api"));
  }

  @Test
  void everyStepIsOneLine() {
    assertThat(ReadyMessage.text(INFO).lines().filter(line -> line.contains("curl -s ")))
        .hasSize(6)
        .allMatch(
            line -> line.contains("http://localhost:1/") || line.contains("http://localhost:2/"));
  }

  @Test
  void endpointsAndIdsAreNamed() {
    assertThat(ReadyMessage.text(INFO))
        .contains("ready", "us-east-1_pool", "\"ClientId\":\"client\"", "users")
        .doesNotContain("%");
  }

  @Test
  void sampleAddressSignsUpInEveryStep() {
    assertThat(ReadyMessage.text(INFO))
        .contains("\"username\":\"jane@acme.example\"", "\"USERNAME\":\"jane@acme.example\"")
        .doesNotContain("@example.com");
  }

  @Test
  void hostedPagesHaveALineIfThePoolHasADomain() {
    assertThat(ReadyMessage.text(INFO)).doesNotContain("hosted pages");
    assertThat(ReadyMessage.text(info("http://localhost:2/login?client_id=client")))
        .contains("  hosted pages   http://localhost:2/login?client_id=client\n");
  }

  @Test
  void endpointOverTlsHasALineWithItsAuthority() {
    assertThat(ReadyMessage.text(INFO)).doesNotContain("TLS");
    assertThat(ReadyMessage.text(info(null, null, "https://localhost:3", "/tls/ca-3.pem")))
        .contains("  AWS over TLS   https://localhost:3   (CA file /tls/ca-3.pem)\n\n");
  }

  @Test
  void demoHasALineWithOrWithoutAPort() {
    assertThat(ReadyMessage.text(INFO)).contains("  demo           http://localhost:4/\n");
    assertThat(ReadyMessage.text(info(null, null, null, null)))
        .contains(
            "  demo           none: Port 8400 is in use; choose another with --demo-port or"
                + " GATEHOUSE_DEMO_PORT\n");
  }
}
