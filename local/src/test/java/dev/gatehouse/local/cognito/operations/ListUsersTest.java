package dev.gatehouse.local.cognito.operations;

import static dev.gatehouse.local.cognito.TestCognito.POOL;
import static dev.gatehouse.local.cognito.TestCognito.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.TestCognito;
import dev.gatehouse.local.cognito.TestCognito.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ListUsersTest {
  private final TestCognito cognito = new TestCognito();
  private String ann = "";

  @BeforeEach
  void signUpThreeUsers() {
    ann = cognito.confirmed("ann@example.com");
    cognito.signUp("bob@example.com");
    cognito.signUp("ann.other@example.com");
  }

  private Reply list(Object... more) {
    JsonObject body = json("UserPoolId", POOL);
    json(more).asMap().forEach(body::add);
    return cognito.call("ListUsers", body);
  }

  private static List<String> emails(Reply reply) {
    List<String> emails = new ArrayList<>();
    for (JsonElement user : reply.json().getAsJsonArray("Users")) {
      for (JsonElement attribute : user.getAsJsonObject().getAsJsonArray("Attributes")) {
        JsonObject pair = attribute.getAsJsonObject();
        if (pair.get("Name").getAsString().equals("email")) {
          emails.add(pair.get("Value").getAsString());
        }
      }
    }
    return emails;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "email = \"bob@example.com\" | bob@example.com",
        "\"email\"^=\"ann\" | ann@example.com,ann.other@example.com",
        "cognito:user_status = \"CONFIRMED\" | ann@example.com",
        "status = \"Enabled\" | ann@example.com,bob@example.com,ann.other@example.com",
        "status = \"Disabled\" | ''",
        "username = \"ann@example.com\" | ''",
        "email = \"bob\\@example.com\" | bob@example.com",
        "email = \"x\\\" or email ^= \\\"\" | ''"
      })
  void filterMatches(String filter, String expected) {
    assertThat(String.join(",", emails(list("Filter", filter)))).isEqualTo(expected);
  }

  @Test
  void subAndUsernameAreFound() {
    assertThat(emails(list("Filter", "sub = \"" + ann + "\""))).containsExactly("ann@example.com");
    assertThat(emails(list("Filter", "username ^= \"" + ann.substring(0, 30) + "\"")))
        .containsExactly("ann@example.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "email",
        "email = bob",
        "email != \"bob\"",
        "email = \"bob\" and sub = \"x\"",
        "custom:team = \"red\"",
        "birthdate = \"x\""
      })
  void invalidFilterIsRejected(String filter) {
    assertThat(list("Filter", filter).type()).isEqualTo("InvalidParameterException");
  }

  @Test
  void pagesListTheOldestUsersFirst() {
    Reply first = list("Limit", 2);
    assertThat(emails(first)).containsExactly("ann@example.com", "bob@example.com");
    Reply second = list("Limit", 2, "PaginationToken", first.text("PaginationToken"));

    assertThat(emails(second)).containsExactly("ann.other@example.com");
    assertThat(second.json().has("PaginationToken")).isFalse();
  }

  @Test
  void paginationTokenExpiresAfterAnHour() {
    String token = list("Limit", 2).text("PaginationToken");
    cognito.clock.pass(Duration.ofMinutes(59));
    assertThat(emails(list("Limit", 2, "PaginationToken", token))).hasSize(1);
    cognito.clock.pass(Duration.ofMinutes(2));
    assertThat(list("Limit", 2, "PaginationToken", token).type())
        .isEqualTo("InvalidParameterException");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense!", "LTE", "YWJj", "MQ", "LTE.4102444800", "YWJj.4102444800"})
  void invalidPaginationTokenIsRejected(String token) {
    assertThat(list("PaginationToken", token).type()).isEqualTo("InvalidParameterException");
  }

  @Test
  void onlyRequestedAttributesAreReturned() {
    Reply reply = list("AttributesToGet", TestCognito.list("sub"), "Limit", 1);

    assertThat(reply.text("PaginationToken")).isNotEmpty();
    assertThat(reply.response().text())
        .contains("\"Attributes\":[{\"Name\":\"sub\",\"Value\":\"" + ann + "\"}]");
  }

  @Test
  void consoleListsAllUsers() {
    assertThat(cognito.cognito.users().list())
        .hasSize(3)
        .first()
        .satisfies(
            user ->
                assertThat(user.keySet())
                    .containsExactly(
                        "poolId",
                        "username",
                        "sub",
                        "email",
                        "status",
                        "enabled",
                        "created",
                        "groups"));
  }
}
