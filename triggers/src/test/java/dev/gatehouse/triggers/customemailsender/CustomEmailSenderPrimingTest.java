package dev.gatehouse.triggers.customemailsender;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.triggers.AnyContext;
import dev.gatehouse.triggers.RecordedLog;
import dev.gatehouse.triggers.RoundTrip;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Is what goes on before a snapshot, where AWS refuses everything. */
final class CustomEmailSenderPrimingTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "PRODUCT_NAME", "Gatehouse",
          "AWS_REGION", "us-east-1",
          "CODE_KEY_ARN", "arn:aws:kms:us-east-1:000000000000:key/priming",
          "SENT_CODES_TABLE", "sent-codes",
          "FROM_ADDRESS", "no-reply@example.com",
          "SES_IDENTITY_ARN", "arn:aws:ses:us-east-1:000000000000:identity/example.com");
  private static final byte[] REFUSED = "{\"__type\": \"AccessDeniedException\"}".getBytes(UTF_8);

  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final RecordedLog log = new RecordedLog();
  private final HttpServer aws;

  CustomEmailSenderPrimingTest() throws IOException {
    aws = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    aws.createContext("/", this::refuse);
    aws.start();
  }

  private record Asked(String operation, String connection, JsonObject request) {}

  @BeforeEach
  void pointTheSdkHere() {
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
    System.setProperty("aws.endpointUrl", "http://localhost:" + aws.getAddress().getPort());
  }

  @AfterEach
  void stop() {
    aws.stop(0);
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
    System.clearProperty("aws.endpointUrl");
  }

  private void refuse(HttpExchange exchange) throws IOException {
    String target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    asked.add(
        new Asked(
            target.substring(target.lastIndexOf('.') + 1),
            exchange.getRequestHeaders().getFirst("Connection"),
            JsonParser.parseString(body).getAsJsonObject()));
    exchange.sendResponseHeaders(400, REFUSED.length);
    exchange.getResponseBody().write(REFUSED);
    exchange.close();
  }

  private void rehearse() {
    JsonObject event = JsonParser.parseString(CustomEmailSenderPriming.EVENT).getAsJsonObject();
    CustomEmailSenderPriming.rehearsed(ENVIRONMENT, log.of("custom-email-sender"))
        .handleRequest(RoundTrip.read(event, CustomEmailSenderEvent.class), new AnyContext("1"));
  }

  @Test
  void mailGoesAllTheWayButOut() {
    rehearse();
    assertThat(log.line().get("outcome").getAsString()).isEqualTo("sent");
    assertThat(asked)
        .extracting(Asked::operation)
        .containsExactly("Decrypt", "UpdateItem", "UpdateItem");
  }

  @Test
  void tableIsAskedForNothingThatCouldHold() {
    rehearse();
    assertThat(asked.subList(1, 3))
        .allSatisfy(it ->
            assertThat(it.request().get("ConditionExpression").getAsString())
                .endsWith("attribute_exists(sentAt) AND attribute_not_exists(sentAt)"));
  }

  @Test
  void everyConnectionEndsWithItsCall() {
    rehearse();
    assertThat(asked).extracting(Asked::connection).containsOnly("close");
  }
}
