package dev.gatehouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.users.InMemoryUsers;
import dev.gatehouse.users.User;
import dev.gatehouse.users.Users;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadProfileByTokenTest {
  private static final String HELD_BY_JANE =
      """
      {"Username":"u-1","UserAttributes":[{"Name":"sub","Value":"u-1"},
       {"Name":"email_verified","Value":"false"},{"Name":"email","Value":"jane@example.com"}]}
      """;

  private ApiUnderTest api;

  @BeforeEach
  void start() throws IOException {
    api = new ApiUnderTest();
    api.cognito.answers(HELD_BY_JANE);
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void holderSeesTheirRowAndNeverTheToken() {
    String token = Tokens.access("u-1", CognitoOverHttp.CLIENT_ID);
    Answer answer = api.post("/user/profile", body(token));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().getAsJsonObject("profile").get("email").getAsString())
        .isEqualTo("jane@example.com");
    assertThat(answer.toString()).doesNotContain(token);
    assertThat(api.log.toString()).doesNotContain(token).contains("\"UserRepaired\":1");
  }

  @Test
  void tokenIsCheckedByCognitoEvenWhenTheRowIsThere() {
    api.post("/user/profile", body(Tokens.access("u-1", CognitoOverHttp.CLIENT_ID)));
    api.cognito.refuses("NotAuthorizedException", "Access Token has been revoked");
    Answer answer =
        api.post("/user/profile", body(Tokens.access("u-1", CognitoOverHttp.CLIENT_ID)));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("TOKEN_INVALID");
  }

  @Test
  void tokenOfAnotherClientIsRefusedThoughCognitoTookIt() {
    Answer answer = api.post("/user/profile", body(Tokens.access("u-1", "a-strangers-client")));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("TOKEN_INVALID");
    assertThat(api.users.find("u-1")).isEmpty();
  }

  @Test
  void tokenThatIsNoTokenIsRefused() {
    Answer answer = api.post("/user/profile", body("garbage"));
    assertThat(answer.code()).isEqualTo("TOKEN_INVALID");
  }

  @Test
  void resetPasswordIsSaid() {
    api.cognito.refuses("PasswordResetRequiredException", "Password reset required for the user");
    assertThat(api.post("/user/profile", body("a.b.c")).code())
        .isEqualTo("PASSWORD_RESET_REQUIRED");
  }

  @Test
  void rowWrittenMeanwhileIsTheOneThatIsShown() throws IOException {
    User first =
        new Account("u-1", "p", Map.of("sub", "u-1", "email", "first@example.com"))
            .asRow(ApiUnderTest.NOW);
    try (ApiUnderTest late = new ApiUnderTest(new WrittenBetween(first))) {
      late.cognito.answers(HELD_BY_JANE);
      Answer answer =
          late.post("/user/profile", body(Tokens.access("u-1", CognitoOverHttp.CLIENT_ID)));
      assertThat(answer.text()).contains("first@example.com");
      assertThat(late.log.toString()).doesNotContain("UserRepaired");
    }
  }

  private static String body(String token) {
    return "{\"access_token\":\"" + token + "\"}";
  }

  /** Lets somebody else write the row just before the first write. */
  private static final class WrittenBetween implements Users {
    private final Users rows = new InMemoryUsers();
    private final User other;

    WrittenBetween(User other) {
      this.other = other;
    }

    @Override
    public boolean putIfAbsent(User user) {
      rows.putIfAbsent(other);
      return rows.putIfAbsent(user);
    }

    @Override
    public boolean update(User user) {
      return rows.update(user);
    }

    @Override
    public Optional<User> find(String sub) {
      return rows.find(sub);
    }
  }
}
