package dev.gatehouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class HealthTest {
  @Test
  void healthAsksNobody() throws IOException {
    try (ApiUnderTest api = new ApiUnderTest()) {
      Answer answer = api.send(Event.of("GET", "/app/health"));
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.text()).isEqualTo("{\"status\":\"healthy\"}");
      assertThat(api.cognito.calls()).isEmpty();
    }
  }
}
