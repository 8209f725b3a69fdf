package dev.gatehouse.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadyMessageTest {

  private static final EmulatorInfo INFO = info(null);

  private static EmulatorInfo info(@Nullable String hostedUiUrl) {
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
        .contains("  hosted pages   http://localhost:2/login?client_id=client\n\n");
  }
}
