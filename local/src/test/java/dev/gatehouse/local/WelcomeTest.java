package dev.gatehouse.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WelcomeTest {

  private static final Description MACHINE = machine(null);

  private static Description machine(@Nullable String hostedUiUrl) {
    return new Description(
        "http://localhost:1",
        "http://localhost:2",
        "us-east-1",
        "us-east-1_pool",
        "client",
        "people",
        "http://localhost:2/_aws/ses",
        hostedUiUrl,
        List.of("api"));
  }

  @Test
  void everyStepIsALineToPaste() {
    assertThat(Welcome.text(MACHINE).lines().filter(line -> line.contains("curl -s ")))
        .hasSize(6)
        .allMatch(
            line -> line.contains("http://localhost:1/") || line.contains("http://localhost:2/"));
  }

  @Test
  void whatIsWhereIsSaid() {
    assertThat(Welcome.text(MACHINE))
        .contains("ready", "us-east-1_pool", "\"ClientId\":\"client\"", "people")
        .doesNotContain("%");
  }

  @Test
  void hostedPagesHaveALineWhereThereAreAny() {
    assertThat(Welcome.text(MACHINE)).doesNotContain("hosted pages");
    assertThat(Welcome.text(machine("http://localhost:2/login?client_id=client")))
        .contains("  hosted pages   http://localhost:2/login?client_id=client\n\n");
  }
}
