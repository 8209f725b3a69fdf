package dev.gatehouse.api.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.api.TestApi;
import dev.gatehouse.api.testing.ApiRequest;
import dev.gatehouse.api.testing.ApiResponse;
import dev.gatehouse.api.testing.FakeCognito;
import dev.gatehouse.api.testing.TestTokens;
import dev.gatehouse.users.ProfileAttribute;
import dev.gatehouse.users.TestUsers;
import dev.gatehouse.users.User;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadProfileTest {
  private static final String SUB = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
  private static final User JANE =
      TestUsers.builder(SUB)
          .profile("de", null, "Doe")
          .times(
              Instant.parse("2026-01-02T03:04:05Z"),
              Instant.parse("2026-01-02T03:05:06.789Z"),
              Instant.parse("2026-01-03T00:00:00Z"))
          .pool("us-east-1_example")
          .build();
  private static final String GET_USER_RESPONSE =
      """
      {"Username":"%s","UserAttributes":[{"Name":"sub","Value":"%s"},
       {"Name":"email_verified","Value":"true"},{"Name":"email","Value":"jane@example.com"},
       {"Name":"given_name","Value":"Jane"}]}
      """
          .formatted(SUB, SUB);

  private TestApi api;

  @BeforeEach
  void start() throws IOException {
    api = new TestApi();
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void rowIsReturnedWithoutACallToCognito() {
    api.users.putIfAbsent(JANE);
    ApiResponse answer = api.send(asJane());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text())
        .isEqualTo(
            "{\"profile\":{\"sub\":\""
                + SUB
                + "\",\"email\":\"jane@example.com\",\"emailVerified\":true,\"locale\":\"de\","
                + "\"familyName\":\"Doe\",\"createdAt\":\"2026-01-02T03:04:05.000Z\","
                + "\"confirmedAt\":\"2026-01-02T03:05:06.789Z\",\"updatedAt\":\"2026-01-03T00:00:00.000Z\"}}");
    assertThat(api.cognito.calls()).isEmpty();
    assertThat(api.line().get("sub").getAsString()).isEqualTo(SUB);
  }

  @Test
  void everyProfileAttributeIsReturned() {
    User jane = TestUsers.builder(SUB).build();
    api.users.putIfAbsent(jane);
    JsonObject profile = api.send(asJane()).json().getAsJsonObject("profile");
    assertThat(jane.profile()).containsOnlyKeys(ProfileAttribute.values());
    jane.profile()
        .forEach(
            (attribute, value) ->
                assertThat(profile.get(attribute.attributeName()).getAsString()).isEqualTo(value));
  }

  @Test
  void bodyAndQueryCannotNameAnotherUser() {
    api.users.putIfAbsent(JANE);
    ApiResponse answer = api.send(asJane().body("{\"sub\":\"another-user\"}"));
    assertThat(answer.json().getAsJsonObject("profile").get("sub").getAsString()).isEqualTo(SUB);
  }

  @Test
  void requestWithoutVerifiedClaimsIsRefused() {
    api.users.putIfAbsent(JANE);
    ApiResponse answer = api.send(asJane().claims(Map.of()));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("TOKEN_MISSING");
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  @Test
  void idTokenIsRefused() {
    api.users.putIfAbsent(JANE);
    ApiResponse answer = api.send(asJane().claims(Map.of("sub", SUB, "token_use", "id")));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("ACCESS_TOKEN_REQUIRED");
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Authorization", "authorization", "AUTHORIZATION"})
  void missingRowIsWrittenFromCognitosAttributes(String header) {
    api.cognito.answers(GET_USER_RESPONSE);
    String token = TestTokens.access(SUB, FakeCognito.CLIENT_ID);
    ApiResponse answer = api.send(verified().header(header, "Bearer " + token));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(api.users.find(SUB))
        .contains(
            TestUsers.builder(SUB)
                .profile(null, "Jane", null)
                .times(TestApi.NOW)
                .pool("us-east-1_example")
                .build());
    assertThat(api.cognito.onlyCall().target()).endsWith(".GetUser");
    assertThat(api.cognito.onlyCall().body().get("AccessToken").getAsString()).isEqualTo(token);
  }

  @Test
  void repairIsCountedOnce() {
    api.cognito.answers(GET_USER_RESPONSE);
    api.send(asJane());
    api.send(asJane());
    assertThat(api.log.getFirst())
        .contains("\"UserRepaired\":1", "\"Dimensions\":[[]]")
        .contains("\"Metrics\":[{\"Name\":\"UserRepaired\",\"Unit\":\"Count\"}]");
    assertThat(api.log.getLast()).doesNotContain("UserRepaired");
    assertThat(api.cognito.calls()).hasSize(1);
  }

  @Test
  void tokenWithoutSchemeIsAccepted() {
    api.cognito.answers(GET_USER_RESPONSE);
    String token = TestTokens.access(SUB, FakeCognito.CLIENT_ID);
    assertThat(api.send(verified().header("Authorization", token)).status()).isEqualTo(200);
  }

  @Test
  void tokenThatCognitoRefusesRepairsNothing() {
    api.cognito.refuses("NotAuthorizedException", "Access Token has been revoked");
    ApiResponse answer = api.send(asJane());
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("TOKEN_INVALID");
    assertThat(api.users.find(SUB)).isEmpty();
  }

  @Test
  void tokenOfAnotherUserRepairsNothing() {
    api.cognito.answers(GET_USER_RESPONSE.replace(SUB, "another-user"));
    ApiResponse answer = api.send(asJane());
    assertThat(answer.code()).isEqualTo("TOKEN_INVALID");
    assertThat(api.users.find("another-user")).isEmpty();
    assertThat(api.users.find(SUB)).isEmpty();
  }

  @Test
  void repairWithoutATokenInTheHeaderIsRefused() {
    assertThat(api.send(verified()).code()).isEqualTo("TOKEN_MISSING");
    assertThat(api.send(verified().header("Authorization", "Basic a b")).code())
        .isEqualTo("TOKEN_MISSING");
  }

  private static ApiRequest verified() {
    return ApiRequest.of("GET", "/user/profile").claims(Map.of("sub", SUB, "token_use", "access"));
  }

  /** Returns a GET request of the user. */
  static ApiRequest asJane() {
    return verified()
        .header("Authorization", "Bearer " + TestTokens.access(SUB, FakeCognito.CLIENT_ID));
  }
}
