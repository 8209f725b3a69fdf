package dev.gatehouse.triggers.poolexport.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import dev.gatehouse.triggers.poolexport.ExportPool;
import dev.gatehouse.triggers.poolexport.ExportPool.ListedGroup;
import dev.gatehouse.triggers.poolexport.ExportPool.ListedUser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The exported pool through the real SDK client, against a server with prepared responses. */
final class CognitoExportPoolTest {
  private static final FunctionSettings SETTINGS =
      new FunctionSettings(Map.of("USER_POOL_ID", "us-east-1_EXAMPLE", "AWS_REGION", "us-east-1"));

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
      String text = responses.remove();
      byte[] response = text.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(text.contains("__type") ? 400 : 200, response.length);
      exchange.getResponseBody().write(response);
    }
  }

  @Test
  void userHasEverythingThatThePoolGivesOut() {
    responses.add(
        """
        {"Users":[{"Username":"u-1","Enabled":false,"UserStatus":"CONFIRMED",
          "UserCreateDate":1577836800.25,"UserLastModifiedDate":1577836801,
          "Attributes":[{"Name":"sub","Value":"u-1"},{"Name":"custom:plan","Value":"gold"}]}],
         "PaginationToken":"next"}
        """);
    ExportPool.Page<ListedUser> page = CognitoExportPool.from(SETTINGS).listUsers(null);
    assertThat(page.next()).isEqualTo("next");
    assertThat(page.items())
        .containsExactly(
            new ListedUser(
                "u-1",
                "CONFIRMED",
                false,
                Instant.parse("2020-01-01T00:00:00.250Z"),
                Instant.parse("2020-01-01T00:00:01Z"),
                Map.of("sub", "u-1", "custom:plan", "gold")));
    assertThat(requests).singleElement().asString().contains("\"Limit\":60");
  }

  @Test
  void groupsAndTheirUsersAreListedPageByPage() {
    responses.add("{\"Groups\":[{\"GroupName\":\"admins\",\"Precedence\":3}]}");
    responses.add("{\"Users\":[{\"Username\":\"u-1\"}],\"NextToken\":\"more\"}");
    CognitoExportPool pool = CognitoExportPool.from(SETTINGS);
    assertThat(pool.listGroups(null).items())
        .containsExactly(new ListedGroup("admins", null, 3, null));
    ExportPool.Page<String> users = pool.listUsersInGroup("admins", "here");
    assertThat(users.items()).containsExactly("u-1");
    assertThat(users.next()).isEqualTo("more");
    assertThat(requests.getLast()).contains("\"NextToken\":\"here\"", "\"GroupName\":\"admins\"");
  }

  @Test
  void groupThatWasDeletedMeanwhileHasNoUsers() {
    responses.add("{\"__type\":\"ResourceNotFoundException\",\"message\":\"Group not found.\"}");
    assertThat(CognitoExportPool.from(SETTINGS).listUsersInGroup("gone", null).items()).isEmpty();
  }

  @Test
  void refusedTokenIsToldFromOtherRefusals() {
    String refusal = "{\"__type\":\"InvalidParameterException\",\"message\":\"expired\"}";
    responses.add(refusal);
    responses.add(refusal);
    CognitoExportPool pool = CognitoExportPool.from(SETTINGS);
    assertThatThrownBy(() -> pool.listUsers("old")).isInstanceOf(ExportPool.InvalidToken.class);
    assertThatThrownBy(() -> pool.listUsers(null)).isNotInstanceOf(ExportPool.InvalidToken.class);
  }

  @Test
  void missingPoolIsNamed() {
    assertThatThrownBy(() -> CognitoExportPool.from(new FunctionSettings(Map.of())))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageStartingWith("USER_POOL_ID");
  }
}
