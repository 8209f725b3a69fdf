package dev.gatehouse.triggers.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.triggers.SettingInvalid;
import dev.gatehouse.users.User;
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

/**
 * Lists through the real SDK client, as the function builds it, from a Cognito that is prepared.
 */
final class CognitoPoolUsersTest {
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

  private final Deque<String> answers = new ArrayDeque<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
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
      asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      byte[] answer = answers.remove().getBytes(StandardCharsets.UTF_8);
      int status = new String(answer, StandardCharsets.UTF_8).contains("__type") ? 400 : 200;
      exchange.sendResponseHeaders(status, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  @Test
  void pageIsReadAsTheRowsThatItsUsersAreDue() {
    answers.add(PAGE);
    PoolUsers.Page page = CognitoPoolUsers.from(SETTINGS).page(null);
    assertThat(page.next()).isEqualTo("next");
    assertThat(page.users().stream().map(PoolUser::belongsInTheTable)).containsExactly(true, false);
    Instant created = Instant.parse("2020-01-01T00:00:00.250Z");
    PoolUser jane = page.users().getFirst();
    assertThat(jane.createdAt()).isEqualTo(created);
    assertThat(jane.user().rowSince(jane.createdAt(), Instant.EPOCH))
        .isEqualTo(
            new User(
                "u-1",
                "jane@example.com",
                true,
                "es",
                null,
                null,
                created,
                Instant.EPOCH,
                Instant.EPOCH,
                "u-1",
                "us-east-1_EXAMPLE",
                1));
  }

  @Test
  void lastPageHasNoNextAndTheTokenIsPassedOn() {
    answers.add("{\"Users\":[]}");
    assertThat(CognitoPoolUsers.from(SETTINGS).page("here").next()).isNull();
    assertThat(asked)
        .singleElement()
        .asString()
        .contains("\"PaginationToken\":\"here\"", "\"Limit\":60")
        .doesNotContain("Filter");
  }

  @Test
  void throttledPageIsAskedForAgain() {
    answers.add(THROTTLED);
    answers.add(PAGE);
    assertThat(CognitoPoolUsers.from(SETTINGS).page(null).users()).hasSize(2);
    assertThat(asked).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"USER_POOL_ID", "AWS_REGION"})
  void missingSettingIsNamed(String variable) {
    Map<String, String> without = new HashMap<>(SETTINGS);
    without.put(variable, " ");
    assertThatThrownBy(() -> CognitoPoolUsers.from(without))
        .isInstanceOf(SettingInvalid.class)
        .hasMessageStartingWith(variable);
  }
}
