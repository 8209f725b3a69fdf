package dev.gatehouse.triggers.customemailsender;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.triggers.messages.Mail;
import dev.gatehouse.triggers.messages.MessageKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Holds the client as the function builds it to its share of fifteen seconds. */
final class SesMailsTimeBudgetIT {
  private static final Map<String, String> SETTINGS =
      Map.of(
          "FROM_ADDRESS", "no-reply@example.com",
          "SES_IDENTITY_ARN", "arn:aws:ses:us-east-1:000000000000:identity/example.com");
  private static final String THROTTLED =
      "<ErrorResponse xmlns=\"http://ses.amazonaws.com/doc/2010-12-01/\"><Error><Type>Sender</Type>"
          + "<Code>Throttling</Code><Message>Maximum sending rate exceeded.</Message></Error>"
          + "<RequestId>1</RequestId></ErrorResponse>";
  private static final String SENT =
      "<SendEmailResponse xmlns=\"http://ses.amazonaws.com/doc/2010-12-01/\"><SendEmailResult>"
          + "<MessageId>1</MessageId></SendEmailResult></SendEmailResponse>";

  private final AtomicInteger calls = new AtomicInteger();

  @BeforeEach
  void giveCredentials() {
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
  }

  @AfterEach
  void takeThemBack() {
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
    System.clearProperty("aws.endpointUrl");
  }

  private static void send() {
    SesMails.from(SETTINGS)
        .send(
            new Mail("Hello", "<p>Hello</p>", "Hello"),
            new Delivery(
                MessageKind.SIGN_UP, Seals.POOL, "u", "s", Map.of("email", "j@example.com"), "en"));
  }

  private void withSes(int throttledCalls, Runnable then) throws IOException {
    HttpServer ses =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ses.createContext("/", exchange -> answer(exchange, calls.incrementAndGet() > throttledCalls));
    ses.start();
    System.setProperty("aws.endpointUrl", "http://localhost:" + ses.getAddress().getPort());
    try {
      then.run();
    } finally {
      ses.stop(0);
    }
  }

  private static void answer(HttpExchange exchange, boolean sent) throws IOException {
    exchange.getRequestBody().readAllBytes();
    byte[] body = (sent ? SENT : THROTTLED).getBytes(UTF_8);
    exchange.sendResponseHeaders(sent ? 200 : 400, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static void fails(NotSent why) {
    long start = System.nanoTime();
    assertThatExceptionOfType(MailNotSent.class)
        .isThrownBy(SesMailsTimeBudgetIT::send)
        .satisfies(notSent -> assertThat(notSent.why()).isEqualTo(why));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(7));
  }

  @Test
  void mailGoesOutWhenTheRateAllowsItAgain() throws Exception {
    withSes(
        1,
        () -> {
          send();
          assertThat(calls).hasValue(2);
        });
  }

  @Test
  void rateThatStaysExceededIsGivenUpInTime() throws Exception {
    withSes(Integer.MAX_VALUE, () -> fails(NotSent.SES_THROTTLED));
    assertThat(calls).hasValueBetween(2, 4);
  }

  @Test
  void silenceIsGivenUpInTimeAndNotAskedAgain() throws Exception {
    // Connections wait in the backlog: accepted by the system, answered by nobody.
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      System.setProperty("aws.endpointUrl", "http://localhost:" + silent.getLocalPort());
      fails(NotSent.SES_UNREACHABLE);
    }
  }
}
