package dev.gatehouse.local.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a port reads and writes, byte by byte. */
@Timeout(60)
class HttpMessagesTest {

  private static final Duration SHORT = Duration.ofMillis(300);

  private final HttpPort port = HttpPort.bind(0, Duration.ofSeconds(30));

  @AfterEach
  void close() {
    port.close();
  }

  @Test
  void headerNamesKeepTheirCase() throws Exception {
    port.serve(
        request -> {
          Map<String, List<String>> headers = new LinkedHashMap<>();
          headers.put("x-REQUEST-id", request.headers().getOrDefault("X-iD", List.of("none")));
          headers.put("ETag", List.of("a", "b"));
          return new Response(200, headers, new byte[0]);
        });

    assertThat(send("GET / HTTP/1.1\r\nHost: localhost\r\nX-iD: 1\r\nx-id: 2\r\n\r\n"))
        .startsWith("HTTP/1.1 200 OK\r\n")
        .contains("\r\nx-REQUEST-id: 1\r\nx-REQUEST-id: 2\r\nETag: a\r\nETag: b\r\n")
        .contains("\r\nContent-Length: 0\r\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          //user             | //user      | {}
          /a/../b//          | /a/../b//   | {}
          /%2F?a=%20&b       | /%2F        | {a=[ ], b=[]}
          http://x:1/a?b=c   | /a          | {b=[c]}
          HTTPS://x/         | /           | {}
          """)
  void targetArrivesAsSent(String sent, String path, String query) throws Exception {
    port.serve(request -> text(request.path() + " " + request.query()));

    assertThat(send("GET " + sent + " HTTP/1.1\r\nHost: localhost\r\n\r\n"))
        .endsWith("\r\n\r\n" + path + " " + query);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          400 | request line   | nonsense
          400 | request line   | GET / FTP/1.1
          400 | request line   | GET / HTTP/1.1\\nno colon
          400 | target         | GET /%zz HTTP/1.1
          400 | target         | GET /a?b={ HTTP/1.1
          400 | target         | GET * HTTP/1.1
          400 | target         | CONNECT localhost:1 HTTP/1.1
          400 | Content-Length | POST / HTTP/1.1\\nContent-Length: x
          400 | Content-Length | POST / HTTP/1.1\\nContent-Length: -1
          501 | chunked        | POST / HTTP/1.1\\nTransfer-Encoding: gzip
          505 | HTTP/1.1       | GET / HTTP/2.0
          """)
  void malformedRequestIsAProblemWithoutInternals(int status, String named, String lines)
      throws Exception {
    port.serve(request -> text("never"));

    String response = send(lines.replace("\\n", "\r\n") + "\r\nHost: localhost\r\n\r\n");

    assertThat(response)
        .startsWith("HTTP/1.1 " + status + " ")
        .contains("\r\nContent-Type: application/problem+json\r\n")
        .doesNotContain("Exception");
    JsonObject problem =
        JsonParser.parseString(response.substring(response.indexOf("\r\n\r\n") + 4))
            .getAsJsonObject();
    assertThat(problem.get("status").getAsInt()).isEqualTo(status);
    assertThat(problem.get("detail").getAsString()).contains(named);
  }

  @Test
  void headersBeyondTheLimitAreAProblem() throws Exception {
    port.serve(request -> text("never"));

    assertThat(send("GET / HTTP/1.1\r\nLong: " + "a".repeat(70_000) + "\r\n\r\n"))
        .startsWith("HTTP/1.1 431 ")
        .contains("64 KB");
    assertThat(send("GET / HTTP/1.1\r\n" + "a: b\r\n".repeat(201) + "\r\n"))
        .startsWith("HTTP/1.1 431 ")
        .contains("200 headers");
  }

  @ParameterizedTest
  @CsvSource({
    "GET / HTTP/1.1",
    "'GET / HTTP/1.1\r\nHost: localhost\r\nX-a'",
    "'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nhalf'",
    "'POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhalf'"
  })
  void halfSentRequestEndsWithoutAResponse(String half) throws Exception {
    try (HttpPort impatient = HttpPort.bind(0, SHORT);
        Socket socket = connect(impatient)) {
      impatient.serve(request -> text("never"));
      socket.getOutputStream().write(half.getBytes(StandardCharsets.UTF_8));

      assertThat(socket.getInputStream().readAllBytes()).isEmpty();
    }
  }

  @Test
  void requestThatNeverStopsToArriveIsClosed() throws Exception {
    try (HttpPort impatient = HttpPort.bind(0, SHORT);
        Socket socket = connect(impatient)) {
      impatient.serve(request -> text("never"));
      socket.getOutputStream().write("GET / HTTP/1.1\r\nSlow: ".getBytes(StandardCharsets.UTF_8));

      assertThatExceptionOfType(SocketException.class)
          .isThrownBy(
              () -> {
                while (true) {
                  socket.getOutputStream().write('a');
                  Thread.sleep(20);
                }
              });
    }
  }

  @Test
  void completeRequestHasAllTheTimeThatItsServiceTakes() throws Exception {
    try (HttpPort impatient = HttpPort.bind(0, SHORT)) {
      impatient.serve(
          request -> {
            sleep(SHORT.multipliedBy(3));
            return text("done");
          });

      assertThat(send(impatient, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")).endsWith("done");
    }
  }

  @Test
  void connectionServesRequestAfterRequest() throws Exception {
    port.serve(request -> text(request.text()));
    String first = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\none";
    String second = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\ntwo";

    assertThat(send(first + second)).contains("one").endsWith("two");
  }

  @Test
  void streamArrivesPieceByPieceAndEndsWithThePort() throws Exception {
    CountDownLatch endless = new CountDownLatch(1);
    port.serve(
        request ->
            Response.streaming(
                "text/event-stream",
                out -> {
                  out.write("first".getBytes(StandardCharsets.UTF_8));
                  out.flush();
                  await(endless);
                }));
    try (Socket socket = connect(port)) {
      socket.getOutputStream().write(complete("GET / HTTP/1.1"));
      StringBuilder read = new StringBuilder();
      while (read.indexOf("first") < 0) {
        read.append((char) socket.getInputStream().read());
      }
      port.close();

      assertThat(rest(socket)).doesNotContain("first");
    }
  }

  @Test
  void noResponseClosesTheConnection() throws Exception {
    port.serve(request -> Response.NONE);

    assertThat(send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")).isEmpty();
  }

  private String send(String text) throws IOException {
    return send(port, text);
  }

  /** Sends a text, and returns everything until the server closes the connection or is done. */
  private static String send(HttpPort to, String text) throws IOException {
    try (Socket socket = connect(to)) {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      return rest(socket);
    }
  }

  private static Socket connect(HttpPort to) throws IOException {
    return new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), to.number());
  }

  private static String rest(Socket socket) {
    StringBuilder read = new StringBuilder();
    try {
      InputStream in = socket.getInputStream();
      for (int next = in.read(); next >= 0; next = in.read()) {
        read.append((char) next);
      }
    } catch (IOException e) {
      // A reset connection is closed too.
    }
    return read.toString();
  }

  private static byte[] complete(String requestLine) {
    return (requestLine + "\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.UTF_8);
  }

  private static Response text(String text) {
    return Response.of(200, "text/plain", text);
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
