package dev.gatehouse.integrationtests.emulator;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An endpoint of {@code -Dtarget.aws} at which no emulator of ours runs. */
class NamedEmulatorIT {
  private HttpServer server;
  private String body = "";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(404, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<?xml version=\"1.0\"?><Error><Code>NoSuchBucket</Code></Error>",
        "{\"message\": \"not found\"}",
        "[]"
      })
  void otherServerIsNamedInOneSentence(String response) {
    body = response;
    assertThatThrownBy(() -> LocalEmulator.at(endpoint()))
        .hasMessage(
            "-Dtarget.aws=%s must name a running make local, and something else answers there;"
                + " -Dtarget.localstack= names a LocalStack, -Dtarget.emulator= another emulator",
            endpoint());
  }

  @Test
  void portWithoutServerIsNamedInOneSentence() {
    URI endpoint = endpoint();
    server.stop(0);
    assertThatThrownBy(() -> LocalEmulator.at(endpoint))
        .hasMessageContaining("must name a running make local, and nothing answers there");
  }
}
