package dev.gatehouse.api.routes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.api.TestApi;
import dev.gatehouse.api.testing.ApiResponse;
import dev.gatehouse.api.testing.FakeCognito;
import dev.gatehouse.api.testing.TestTokens;
import dev.gatehouse.users.ForwardingUsers;
import dev.gatehouse.users.InMemoryUsers;
import dev.gatehouse.users.PutResult;
import dev.gatehouse.users.TestUsers;
import dev.gatehouse.users.User;
import java.io.IOException;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadProfileByTokenTest {
  private static final String GET_USER_RESPONSE =
      """
      {"Username":"u-1","UserAttributes":[{"Name":"sub","Value":"u-1"},
       {"Name":"email_verified","Value":"false"},{"Name":"email","Value":"jane@example.com"}]}
      """;

  private TestApi api;

  @BeforeEach
  void start() throws IOException {
    api = new TestApi();
    api.cognito.answers(GET_USER_RESPONSE);
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void profileOfTheTokenIsReturnedWithoutTheToken() {
    String token = TestTokens.access("u-1", FakeCognito.CLIENT_ID);
    ApiResponse answer = api.post("/user/profile", body(token));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().getAsJsonObject("profile").get("email").getAsString())
        .isEqualTo("jane@example.com");
    assertThat(answer.toString()).doesNotContain(token);
    assertThat(api.log.toString()).doesNotContain(token).contains("\"UserRepaired\":1");
  }

  @Test
  void tokenIsVerifiedByCognitoEvenIfTheRowExists() {
    api.post("/user/profile", body(TestTokens.access("u-1", FakeCognito.CLIENT_ID)));
    api.cognito.refuses("NotAuthorizedException", "Access Token has been revoked");
    ApiResponse answer =
        api.post("/user/profile", body(TestTokens.access("u-1", FakeCognito.CLIENT_ID)));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("TOKEN_INVALID");
  }

  @Test
  void tokenOfAnotherClientIsRefused() {
    ApiResponse answer =
        api.post("/user/profile", body(TestTokens.access("u-1", "another-client")));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("TOKEN_INVALID");
    assertThat(api.users.find("u-1")).isEmpty();
  }

  @Test
  void idTokenIsNamedAsSuch() {
    String claims =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("{\"sub\":\"u-1\",\"token_use\":\"id\"}".getBytes(UTF_8));
    ApiResponse answer =
        api.post("/user/profile", "{\"access_token\":\"e30.%s.cw\"}".formatted(claims));
    assertThat(answer.code()).isEqualTo("ACCESS_TOKEN_REQUIRED");
    assertThat(api.cognito.calls()).isEmpty();
  }

  @Test
  void malformedTokenIsRefused() {
    ApiResponse answer = api.post("/user/profile", body("garbage"));
    assertThat(answer.code()).isEqualTo("TOKEN_INVALID");
  }

  @Test
  void requiredPasswordResetIsReported() {
    api.cognito.refuses("PasswordResetRequiredException", "Password reset required for the user");
    assertThat(api.post("/user/profile", body("a.b.c")).code())
        .isEqualTo("PASSWORD_RESET_REQUIRED");
  }

  @Test
  void rowThatIsWrittenMeanwhileIsReturned() throws IOException {
    User first = TestUsers.builder("u-1").email("first@example.com", true).build();
    try (TestApi late = new TestApi(new ConcurrentlyWrittenUsers(first))) {
      late.cognito.answers(GET_USER_RESPONSE);
      ApiResponse answer =
          late.post("/user/profile", body(TestTokens.access("u-1", FakeCognito.CLIENT_ID)));
      assertThat(answer.text()).contains("first@example.com");
      assertThat(late.log.toString()).doesNotContain("UserRepaired");
    }
  }

  private static String body(String token) {
    return "{\"access_token\":\"" + token + "\"}";
  }

  /** A table in which another writer inserts the row first. */
  private static final class ConcurrentlyWrittenUsers extends ForwardingUsers {
    private final User other;

    ConcurrentlyWrittenUsers(User other) {
      super(new InMemoryUsers());
      this.other = other;
    }

    @Override
    public PutResult putIfAbsent(User user) {
      rows.putIfAbsent(other);
      return rows.putIfAbsent(user);
    }
  }
}
