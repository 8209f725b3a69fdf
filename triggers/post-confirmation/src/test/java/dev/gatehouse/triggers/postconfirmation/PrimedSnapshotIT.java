package dev.gatehouse.triggers.postconfirmation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a snapshot contains after deep priming, by a heap dump of a process of its own. All restores
 * of a snapshot share what is in it.
 */
@Tag("extended")
class PrimedSnapshotIT {
  private static final String SEEDED =
      ".* (java\\.util\\.SplittableRandom|sun\\.security\\.provider\\.DRBG)\\b.*";

  private static final Pattern TIMEOUTS =
      Pattern.compile(": +(\\d+) +\\d+ +\\S+ThreadPoolExecutor\\$ScheduledFutureTask\\b");

  private static final String REFUSED =
      """
      {"__type": "TransactionCanceledException",
       "CancellationReasons": [{"Code": "None"}, {"Code": "ConditionalCheckFailed"}]}
      """;

  private static final String CREDENTIALS =
      """
      {"AccessKeyId": "priming-access-key", "SecretAccessKey": "priming-secret-key",
       "Token": "priming-session-token", "Expiration": "2126-01-01T00:00:00Z"}
      """;

  @TempDir private Path directory;
  private final AtomicInteger requests = new AtomicInteger();
  private HttpServer lambda;
  private HttpServer table;

  @BeforeEach
  void start() throws IOException {
    lambda = server(exchange -> send(exchange, 200, CREDENTIALS));
    table =
        server(
            exchange -> {
              String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
              requests.addAndGet(body.contains("\"users\"") ? 1 : 0);
              send(exchange, 400, REFUSED);
            });
  }

  @AfterEach
  void stop() {
    lambda.stop(0);
    table.stop(0);
  }

  @Test
  void snapshotSharesNoConnectionNoCredentialAndNoRandomNumber() throws Exception {
    String printed = primed();

    assertThat(requests)
        .as("requests, however often the calls are replayed")
        .hasValueLessThanOrEqualTo(3);
    assertThat(printed).contains("connections 0").contains("servers 0");
    String heap = Files.readString(directory.resolve("snapshot.hprof"), ISO_8859_1);
    assertThat(heap.contains("priming@example.com")).as("the dump has texts").isTrue();
    assertThat(heap.contains("priming-secret-key")).as("secret key").isFalse();
    assertThat(heap.contains("priming-session-token")).as("session token").isFalse();
    assertThat(heap.contains("priming-access-key")).as("access key").isFalse();
    // Seeded before the snapshot, these would continue alike in every restore. Lambda's JVM has
    // SecureRandom read from the system. The SDK's two java.util.Random spread its retries in time,
    // and no number of theirs is in a request.
    assertThat(printed.lines().filter(line -> line.matches(SEEDED))).isEmpty();
    assertThat(timeouts(printed)).as("timeouts of replayed calls").isLessThan(10);
  }

  private static int timeouts(String printed) {
    Matcher histogram = TIMEOUTS.matcher(printed);
    return histogram.find() ? Integer.parseInt(histogram.group(1)) : 0;
  }

  /** Returns what the process prints. */
  private String primed() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Daws.containerCredentialsFullUri=http://127.0.0.1:"
                    + lambda.getAddress().getPort(),
                "-Daws.endpointUrl=http://127.0.0.1:" + table.getAddress().getPort(),
                "-cp",
                System.getProperty("java.class.path"),
                PrimedSnapshot.class.getName(),
                directory.resolve("snapshot.hprof").toString(),
                String.valueOf(table.getAddress().getPort()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return printed;
    } finally {
      process.destroyForcibly();
    }
  }

  private static HttpServer server(HttpHandler handler) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", handler);
    server.start();
    return server;
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    try (exchange) {
      byte[] octets = body.getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
      exchange.sendResponseHeaders(status, octets.length);
      exchange.getResponseBody().write(octets);
    }
  }
}
