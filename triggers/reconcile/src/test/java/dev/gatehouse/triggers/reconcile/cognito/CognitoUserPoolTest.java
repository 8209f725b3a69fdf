package dev.gatehouse.triggers.reconcile.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import dev.gatehouse.triggers.reconcile.PoolUser;
import dev.gatehouse.triggers.reconcile.UserPool;
import dev.gatehouse.users.TestUsers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The user pool through the real SDK client, against an HTTP server with prepared responses. */
final class CognitoUserPoolTest {
  private static final Map<String, String> SETTINGS =
      Map.of("USER_POOL_ID", "us-east-1_EXAMPLE", "AWS_REGION", "us-east-1");
  private static final String PAGE =
      """
      {"Users":[{"Username":"u-1","Enabled":true,"UserStatus":"CONFIRMED","UserCreateDate":1577836800.25,
        "Attributes":[{"Name":"sub","Value":"u-1"},{"Name":"email","Value":"jane@example.com"},
         {"Name":"email_verified","Value":"true"},{"Name":"locale","Value":"es"},
         {"Name":"custom:plan","Value":"gold"}]},
        {"Username":"u-2","UserStatus":"UNCONFIRMED","UserCreateDate":1577836801}],
       "PaginationToken":"next"}
      """;
  private static final String THROTTLED =
      "{\"__type\":\"TooManyRequestsException\",\"message\":\"Too many requests\"}";

  private final Deque<String> responses = new ArrayDeque<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private HttpServer cognito;

  @BeforeEach
  void start() throws IOException {
    cognito = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    cognito.createContext("/", this::serve);
    cognito.start();
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
    System.setProperty("aws.endpointUrl", "http://127.0.0.1:" + cognito.getAddress().getPort());
  }

  @AfterEach
  void stop() {
    cognito.stop(0);
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
    System.clearProperty("aws.endpointUrl");
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      byte[] response = responses.remove().getBytes(StandardCharsets.UTF_8);
      int status = new String(response, StandardCharsets.UTF_8).contains("__type") ? 400 : 200;
      exchange.sendResponseHeaders(status, response.length);
      exchange.getResponseBody().write(response);
    }
  }

  @Test
  void pageIsReadAsUsersWithTheirRows() {
    responses.add(PAGE);
    UserPool.UserPage page = CognitoUserPool.from(new FunctionSettings(SETTINGS)).listUsers(null);
    assertThat(page.next()).isEqualTo("next");
    assertThat(page.users().stream().map(PoolUser::belongsInTheTable)).containsExactly(true, false);
    Instant created = Instant.parse("2020-01-01T00:00:00.250Z");
    PoolUser jane = page.users().getFirst();
    assertThat(jane.createdAt()).isEqualTo(created);
    assertThat(jane.user().firstRow(jane.createdAt(), Instant.EPOCH))
        .isEqualTo(
            TestUsers.builder("u-1")
                .profile("es", null, null)
                .times(created, Instant.EPOCH, Instant.EPOCH)
                .build());
  }

  @Test
  void paginationTokenIsPassedOnAndTheLastPageHasNone() {
    responses.add("{\"Users\":[]}");
    assertThat(CognitoUserPool.from(new FunctionSettings(SETTINGS)).listUsers("here").next())
        .isNull();
    assertThat(requests)
        .singleElement()
        .asString()
        .contains("\"PaginationToken\":\"here\"", "\"Limit\":60")
        .doesNotContain("Filter");
  }

  @Test
  void throttledRequestIsRetried() {
    responses.add(THROTTLED);
    responses.add(PAGE);
    assertThat(CognitoUserPool.from(new FunctionSettings(SETTINGS)).listUsers(null).users())
        .hasSize(2);
    assertThat(requests).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"USER_POOL_ID", "AWS_REGION"})
  void missingSettingIsReported(String variable) {
    Map<String, String> without = new HashMap<>(SETTINGS);
    without.put(variable, " ");
    assertThatThrownBy(() -> CognitoUserPool.from(new FunctionSettings(without)))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageStartingWith(variable);
  }
}
