package dev.gatehouse.local.clock;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.dynamodb.store.Store;
import dev.gatehouse.local.TestClock;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.state.StateStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClockEndpointTest {
  private final MovableClock clock = new MovableClock(new TestClock());
  private final ClockEndpoint endpoint = new ClockEndpoint(clock, StateStore.none());

  private Response send(String method, String body) {
    return endpoint.handle(
        new Request(
            method, "/_gatehouse/clock", Map.of(), Map.of(), "127.0.0.1", body.getBytes(UTF_8)));
  }

  @Test
  void timeMovesByADurationOrToATime() {
    assertThat(send("GET", "").text())
        .isEqualTo("{\"now\":\"2026-03-01T12:00:00Z\",\"ahead\":\"PT0S\"}\n");
    assertThat(send("PUT", "{\"forward\":\"PT1H\"}").text())
        .isEqualTo("{\"now\":\"2026-03-01T13:00:00Z\",\"ahead\":\"PT1H\"}\n");
    send("PUT", "{\"now\":\"2026-03-02T00:00:00Z\"}");
    assertThat(clock.instant()).isEqualTo(Instant.parse("2026-03-02T00:00:00Z"));
    assertThat(clock.ahead()).isEqualTo(Duration.ofHours(12));
  }

  @Test
  void timeGoesOnWhereItWasAfterARestart() {
    StateStore state = StateStore.in(Store.inMemory());
    ClockEndpoint first = new ClockEndpoint(clock, state);
    clock.forward(Duration.ofHours(5));
    Request forward =
        new Request(
            "PUT",
            "/_gatehouse/clock",
            Map.of(),
            Map.of(),
            "127.0.0.1",
            "{\"forward\":\"PT1H\"}".getBytes(UTF_8));
    assertThat(first.handle(forward).status()).isEqualTo(200);

    MovableClock restarted = new MovableClock(new TestClock());
    ClockEndpoint second = new ClockEndpoint(restarted, state);
    assertThat(second.handle(forward).text()).contains("\"ahead\":\"PT7H\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"forward\":\"-PT1S\"}", "{\"now\":\"2026-03-01T11:59:59Z\"}"})
  void timeNeverMovesBack(String body) {
    Response response = send("PUT", body);
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.text()).contains("The clock moves forward only.");
    assertThat(clock.ahead()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"forward\":1}",
        "{\"forward\":\"1h\"}",
        "{\"back\":\"PT1H\"}",
        "{\"now\":\"tomorrow\"}",
        "{\"forward\":\"PT1H\",\"now\":\"2030-01-01T00:00:00Z\"}",
        "{\"forward\":\"P99999999999D\"}"
      })
  void otherBodiesAreRefusedWithWhatIsAccepted(String body) {
    assertThat(send("PUT", body).status()).isEqualTo(400);
    assertThat(clock.ahead()).isZero();
  }

  @Test
  void otherMethodsAreRefused() {
    assertThat(send("POST", "{}").status()).isEqualTo(405);
  }
}
