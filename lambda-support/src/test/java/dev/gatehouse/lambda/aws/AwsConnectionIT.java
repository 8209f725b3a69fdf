package dev.gatehouse.lambda.aws;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The lifetime of connections and credentials, observed by the server. */
@Tag("extended")
final class AwsConnectionIT {
  private static final byte[] RESPONSE =
      "HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.0\r\nContent-Length: 2\r\n\r\n{}"
          .getBytes(US_ASCII);

  @BeforeEach
  void setCredentials() {
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
  }

  @AfterEach
  void clearCredentials() {
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }

  @Test
  void connectionForPrimingIsClosedAfterItsCall() throws Exception {
    AwsConnection priming = AwsConnection.forPriming(CannedResponse.always("{}"));
    assertThat(isClosedWithin(1_500, priming)).isTrue();
  }

  @Test
  void sharedConnectionIsKeptForTheNextCall() throws Exception {
    assertThat(isClosedWithin(1_500, AwsConnection.shared())).isFalse();
  }

  @Test
  void idleConnectionIsClosed() throws Exception {
    assertThat(isClosedWithin(10_000, AwsConnection.shared())).isTrue();
  }

  @Test
  void credentialsOfPrimingAreNotShared() throws Exception {
    clearCredentials();
    AtomicInteger requests = new AtomicInteger();
    HttpServer lambda =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    lambda.createContext("/", exchange -> sendCredentials(exchange, requests));
    lambda.start();
    System.setProperty(
        "aws.containerCredentialsFullUri", "http://127.0.0.1:" + lambda.getAddress().getPort());
    try {
      AwsConnection priming = AwsConnection.forPriming(CannedResponse.always("{}"));
      isClosedWithin(100, priming);
      isClosedWithin(100, priming);
      assertThat(requests).as("cached for the next call").hasValue(1);
      isClosedWithin(100, AwsConnection.forPriming(CannedResponse.always("{}")));
      assertThat(requests).as("not shared with another connection").hasValue(2);
    } finally {
      System.clearProperty("aws.containerCredentialsFullUri");
      lambda.stop(0);
    }
  }

  private static void sendCredentials(HttpExchange exchange, AtomicInteger requests)
      throws IOException {
    requests.incrementAndGet();
    byte[] credentials =
        """
        {"AccessKeyId": "test", "SecretAccessKey": "test", "Token": "test",
         "Expiration": "2126-01-01T00:00:00Z"}
        """
            .getBytes(US_ASCII);
    try (exchange) {
      exchange.sendResponseHeaders(200, credentials.length);
      exchange.getResponseBody().write(credentials);
    }
  }

  private static boolean isClosedWithin(int millis, AwsConnection connection) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Boolean> closed =
          CompletableFuture.supplyAsync(() -> isClosed(server, millis));
      DynamoDbClient client =
          connection
              .of(DynamoDbClient.builder(), "us-east-1", all -> {})
              .endpointOverride(URI.create("http://127.0.0.1:" + server.getLocalPort()))
              .build();
      Map<String, AttributeValue> key = Map.of("sub", AttributeValue.fromS("any"));
      assertThat(client.getItem(get -> get.tableName("users").key(key)).hasItem()).isFalse();
      return closed.get(30, TimeUnit.SECONDS);
    }
  }

  /** Returns whether the client closes the connection in time after one response. */
  private static boolean isClosed(ServerSocket server, int millis) {
    try (Socket socket = server.accept()) {
      InputStream in = socket.getInputStream();
      socket.setSoTimeout(millis);
      // The request is smaller than this buffer; only what follows it matters.
      byte[] request = new byte[16_384];
      int read = 0;
      while (!new String(request, 0, read, US_ASCII).endsWith("}")) {
        read += in.read(request, read, request.length - read);
      }
      socket.getOutputStream().write(RESPONSE);
      return in.read() < 0;
    } catch (SocketTimeoutException stillOpen) {
      return false;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
