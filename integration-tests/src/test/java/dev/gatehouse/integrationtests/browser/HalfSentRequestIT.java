package dev.gatehouse.integrationtests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import dev.gatehouse.integrationtests.emulator.WithLocalEmulator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Requests that never end: the emulator closes them after 30 seconds. */
@Tag("extended")
@WithLocalEmulator
class HalfSentRequestIT {
  private static final Duration TIME_LIMIT = Duration.ofSeconds(90);
  private static final String LINE = "POST /user HTTP/1.1\r\nHost: localhost\r\n";

  private final LocalEmulator emulator;

  HalfSentRequestIT(LocalEmulator emulator) {
    this.emulator = emulator;
  }

  @Test
  void halfSentRequestIsClosedAndAWholeOneIsAnswered() throws IOException {
    List<Socket> open = new ArrayList<>();
    for (URI port : List.of(emulator.aws(), emulator.api())) {
      for (String half : List.of("", "POST /us", LINE, LINE + "Content-Length: 9\r\n\r\nabc")) {
        open.add(send(port, half));
      }
    }
    for (URI port : List.of(emulator.aws(), emulator.api())) {
      try (Socket whole = send(port, LINE + "Content-Length: 2\r\nConnection: close\r\n\r\n{}")) {
        assertThat(new String(whole.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
            .startsWith("HTTP/1.1 4");
      }
    }
    for (Socket socket : open) {
      try (socket) {
        assertThat(socket.getInputStream().readAllBytes()).isEmpty();
      }
    }
  }

  private static Socket send(URI port, String text) throws IOException {
    Socket socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port.getPort());
    // Beyond it, a read fails the test.
    socket.setSoTimeout(Math.toIntExact(TIME_LIMIT.toMillis()));
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }
}
