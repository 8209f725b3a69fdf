package dev.gatehouse.triggers.customemailsender.ses;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.messages.Mail;
import dev.gatehouse.messages.MessageKind;
import dev.gatehouse.triggers.customemailsender.EncryptedCodeFixture;
import dev.gatehouse.triggers.customemailsender.MailNotSent;
import dev.gatehouse.triggers.customemailsender.MailRequest;
import dev.gatehouse.triggers.customemailsender.SendFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The time that the function's SES client takes at most, of the timeout of fifteen seconds. */
@Tag("extended")
final class SesMailSenderTimeBudgetIT {
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

  private final AtomicInteger requests = new AtomicInteger();

  @BeforeEach
  void setSystemProperties() {
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
  }

  @AfterEach
  void clearSystemProperties() {
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
    System.clearProperty("aws.endpointUrl");
  }

  private static void send() {
    SesMailSender.from(new FunctionSettings(SETTINGS))
        .send(
            new Mail("Hello", "<p>Hello</p>", "Hello"),
            new MailRequest(
                MessageKind.SIGN_UP,
                EncryptedCodeFixture.USER_POOL_ID,
                "u",
                "s",
                Map.of("email", "j@example.com"),
                "en"));
  }

  private void withSes(int throttledRequests, Runnable test) throws IOException {
    HttpServer ses =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ses.createContext(
        "/", exchange -> respond(exchange, requests.incrementAndGet() > throttledRequests));
    ses.start();
    System.setProperty("aws.endpointUrl", "http://localhost:" + ses.getAddress().getPort());
    try {
      test.run();
    } finally {
      ses.stop(0);
    }
  }

  private static void respond(HttpExchange exchange, boolean sent) throws IOException {
    exchange.getRequestBody().readAllBytes();
    byte[] body = (sent ? SENT : THROTTLED).getBytes(UTF_8);
    exchange.sendResponseHeaders(sent ? 200 : 400, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static void assertFails(SendFailure reason) {
    long start = System.nanoTime();
    assertThatExceptionOfType(MailNotSent.class)
        .isThrownBy(SesMailSenderTimeBudgetIT::send)
        .satisfies(notSent -> assertThat(notSent.reason()).isEqualTo(reason));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(7));
  }

  @Test
  void throttledMailIsSentByARetry() throws Exception {
    withSes(
        1,
        () -> {
          send();
          assertThat(requests).hasValue(2);
        });
  }

  @Test
  void retriesOfAThrottledMailEndInTime() throws Exception {
    withSes(Integer.MAX_VALUE, () -> assertFails(SendFailure.SES_THROTTLED));
    assertThat(requests).hasValueBetween(2, 4);
  }

  @Test
  void timeoutIsNotRetried() throws Exception {
    // The operating system accepts connections into the backlog; no process responds.
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      System.setProperty("aws.endpointUrl", "http://localhost:" + silent.getLocalPort());
      assertFails(SendFailure.SES_UNREACHABLE);
    }
  }
}
