package dev.gatehouse.local.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpPortTest {

  private final HttpClient client = HttpClient.newHttpClient();
  private HttpPort port = HttpPort.bind(0);

  @BeforeEach
  void serveEcho() {
    port.serve(HttpPortTest::echo);
  }

  @AfterEach
  void close() {
    port.close();
    client.close();
  }

  @Test
  void requestIsPassedComplete() throws Exception {
    HttpResponse<String> response =
        send(request("/a%20b/c?x=1&x=2&y=%C3%A9").header("X-AMZ-TARGET", "t").POST(text("hé")));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .startsWith("POST /a%20b/c {x=[1, 2], y=[é]} 127.0.0.1 hé")
        .contains("X-AMZ-TARGET=[t]");
  }

  @Test
  void bodyOverTenMegabytesIsRefused() throws Exception {
    byte[] largest = new byte[ServiceExchange.MAX_BODY_BYTES];
    byte[] larger = new byte[ServiceExchange.MAX_BODY_BYTES + 1];

    assertThat(send(request("/").POST(BodyPublishers.ofByteArray(largest))).statusCode())
        .isEqualTo(200);
    HttpResponse<String> refused = send(request("/").POST(BodyPublishers.ofByteArray(larger)));
    assertThat(refused.statusCode()).isEqualTo(413);
    assertThat(refused.body())
        .isEqualTo("{\"message\": \"HTTP content length exceeded 10485760 bytes.\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/fail", "/overflow"})
  void failingServiceRevealsNoInternals(String path) throws Exception {
    HttpResponse<String> response = send(request(path).POST(text("secret")));

    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body()).isEqualTo("{\"message\": \"Internal server error\"}");
    assertThat(send(request("/").GET()).statusCode()).isEqualTo(200);
  }

  @Test
  void headHasNoBody() throws Exception {
    HttpResponse<String> response = send(request("/").method("HEAD", BodyPublishers.noBody()));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
  }

  @Test
  void portInUseIsNamed() {
    assertThatThrownBy(() -> HttpPort.bind(port.number()))
        .isInstanceOf(PortInUse.class)
        .hasMessage("Port %d is in use", port.number());
  }

  @Test
  void closedPortIsReleased() {
    int number = port.number();
    port.close();

    port = HttpPort.bind(number);

    assertThat(port.number()).isEqualTo(number);
  }

  private static Response echo(Request request) {
    if (request.path().equals("/fail")) {
      throw new IllegalStateException(request.text());
    }
    if (request.path().equals("/overflow")) {
      throw new StackOverflowError(request.text());
    }
    return new Response(
        200,
        Map.of("Content-Type", List.of("text/plain; charset=utf-8")),
        "%s %s %s %s %s %s"
            .formatted(
                request.method(),
                request.path(),
                request.query(),
                request.sourceIp(),
                request.text(),
                request.headers())
            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.number() + path));
  }

  private static HttpRequest.BodyPublisher text(String body) {
    return BodyPublishers.ofString(body);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
