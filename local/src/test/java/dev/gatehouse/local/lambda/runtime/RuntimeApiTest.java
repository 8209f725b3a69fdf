package dev.gatehouse.local.lambda.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.lambda.invoke.InvocationResult;
import dev.gatehouse.local.lambda.runtime.RuntimeApi.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class RuntimeApiTest {

  @Test
  void callerGetsTheErrorOfAnApiThatFails() throws IOException {
    try (RuntimeApi api = new RuntimeApi()) {
      // Too short for the trace header.
      Event event =
          new Event("id", "1-00000000-000000000000000000000000", "arn", Instant.EPOCH, "{}");
      CompletableFuture<InvocationResult> result = api.send(event);

      // Not an HTTP client, which would send the request again.
      assertThat(CompletableFuture.supplyAsync(() -> nextResponse(api)))
          .as("the process is not left waiting either")
          .succeedsWithin(Duration.ofSeconds(10), InstanceOfAssertFactories.STRING)
          .isEmpty();
      assertThat(result)
          .failsWithin(Duration.ofSeconds(10))
          .withThrowableThat()
          .withCauseInstanceOf(StringIndexOutOfBoundsException.class);
    }
  }

  private static String nextResponse(RuntimeApi api) {
    URI address = URI.create("http://" + api.address());
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      String request = "GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: x\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
