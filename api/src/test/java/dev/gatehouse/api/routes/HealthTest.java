package dev.gatehouse.api.routes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.api.TestApi;
import dev.gatehouse.api.testing.ApiRequest;
import dev.gatehouse.api.testing.ApiResponse;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class HealthTest {
  @Test
  void healthCallsNoService() throws IOException {
    try (TestApi api = new TestApi()) {
      ApiResponse answer = api.send(ApiRequest.of("GET", "/app/health"));
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.text()).isEqualTo("{\"status\":\"healthy\"}");
      assertThat(api.cognito.calls()).isEmpty();
    }
  }
}
