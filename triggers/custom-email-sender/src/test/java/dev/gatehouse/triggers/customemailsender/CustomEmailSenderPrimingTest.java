package dev.gatehouse.triggers.customemailsender;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.testing.AnyContext;
import dev.gatehouse.lambda.testing.RecordedLog;
import dev.gatehouse.lambda.testing.RoundTrip;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Priming before a snapshot, with a server that refuses every request. */
final class CustomEmailSenderPrimingTest {
  private static final Map<String, String> SETTINGS =
      Map.of(
          "PRODUCT_NAME", "Gatehouse",
          "AWS_REGION", "us-east-1",
          "CODE_KEY_ARN", "arn:aws:kms:us-east-1:000000000000:key/priming",
          "SENT_CODES_TABLE", "sent-codes",
          "FROM_ADDRESS", "no-reply@example.com",
          "SES_IDENTITY_ARN", "arn:aws:ses:us-east-1:000000000000:identity/example.com");
  private static final byte[] ACCESS_DENIED =
      "{\"__type\": \"AccessDeniedException\"}".getBytes(UTF_8);

  private final List<AwsRequest> requests = new CopyOnWriteArrayList<>();
  private final RecordedLog log = new RecordedLog();
  private final HttpServer aws;

  CustomEmailSenderPrimingTest() throws IOException {
    aws = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    aws.createContext("/", this::refuse);
    aws.start();
  }

  private record AwsRequest(String operation, String connection, JsonObject body) {}

  @BeforeEach
  void setSystemProperties() {
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
    requests.add(
        new AwsRequest(
            target.substring(target.lastIndexOf('.') + 1),
            exchange.getRequestHeaders().getFirst("Connection"),
            JsonParser.parseString(body).getAsJsonObject()));
    exchange.sendResponseHeaders(400, ACCESS_DENIED.length);
    exchange.getResponseBody().write(ACCESS_DENIED);
    exchange.close();
  }

  private void prime() {
    JsonObject event = JsonParser.parseString(CustomEmailSenderPriming.EVENT).getAsJsonObject();
    CustomEmailSenderPriming.handler(new FunctionSettings(SETTINGS), log.of("custom-email-sender"))
        .handleRequest(RoundTrip.read(event, CustomEmailSenderEvent.class), new AnyContext("1"));
  }

  @Test
  void everyRequestButTheMailIsSent() {
    prime();
    assertThat(log.line().get("outcome").getAsString()).isEqualTo("sent");
    assertThat(requests)
        .extracting(AwsRequest::operation)
        .containsExactly("Decrypt", "UpdateItem", "UpdateItem");
  }

  @Test
  void primingWritesNoRow() {
    prime();
    assertThat(requests.subList(1, 3))
        .allSatisfy(
            it ->
                assertThat(it.body().get("ConditionExpression").getAsString())
                    .endsWith("attribute_exists(sentAt) AND attribute_not_exists(sentAt)"));
  }

  @Test
  void everyConnectionIsClosed() {
    prime();
    assertThat(requests).extracting(AwsRequest::connection).containsOnly("close");
  }
}
