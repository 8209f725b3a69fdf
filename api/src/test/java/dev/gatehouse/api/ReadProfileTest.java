package dev.gatehouse.api;

import static org.assertj.core.api.Assertions.assertThat;

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
      new User(
          SUB,
          "jane@example.com",
          true,
          "de",
          null,
          "Doe",
          Instant.parse("2026-01-02T03:04:05Z"),
          Instant.parse("2026-01-02T03:05:06.789Z"),
          Instant.parse("2026-01-03T00:00:00Z"),
          SUB,
          "us-east-1_example",
          1);
  private static final String HELD_BY_JANE =
      """
      {"Username":"%s","UserAttributes":[{"Name":"sub","Value":"%s"},
       {"Name":"email_verified","Value":"true"},{"Name":"email","Value":"jane@example.com"},
       {"Name":"given_name","Value":"Jane"}]}
      """
          .formatted(SUB, SUB);

  private ApiUnderTest api;

  @BeforeEach
  void start() throws IOException {
    api = new ApiUnderTest();
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void callerSeesTheirRowAndCognitoIsNotAsked() {
    api.users.putIfAbsent(JANE);
    Answer answer = api.send(asJane());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text())
        .isEqualTo(
            "{\"profile\":{\"sub\":\""
                + SUB
                + "\",\"email\":\"jane@example.com\",\"emailVerified\":true,\"locale\":\"de\","
                + "\"familyName\":\"Doe\",\"createdAt\":\"2026-01-02T03:04:05Z\","
                + "\"confirmedAt\":\"2026-01-02T03:05:06.789Z\",\"updatedAt\":\"2026-01-03T00:00:00Z\"}}");
    assertThat(api.cognito.calls()).isEmpty();
    assertThat(api.line().get("sub").getAsString()).isEqualTo(SUB);
  }

  @Test
  void bodyAndQueryCannotNameAnotherUser() {
    api.users.putIfAbsent(JANE);
    Answer answer = api.send(asJane().body("{\"sub\":\"somebody-else\"}"));
    assertThat(answer.json().getAsJsonObject("profile").get("sub").getAsString()).isEqualTo(SUB);
  }

  @Test
  void requestWithoutVerifiedClaimsIsRefusedWhateverItsHeaderSays() {
    api.users.putIfAbsent(JANE);
    Answer answer = api.send(asJane().claims(Map.of()));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("TOKEN_MISSING");
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  @Test
  void idTokenIsToldFromAnAccessToken() {
    api.users.putIfAbsent(JANE);
    Answer answer = api.send(asJane().claims(Map.of("sub", SUB, "token_use", "id")));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("ACCESS_TOKEN_REQUIRED");
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Authorization", "authorization", "AUTHORIZATION"})
  void missingRowIsWrittenFromCognitosAttributes(String header) {
    api.cognito.answers(HELD_BY_JANE);
    String token = Tokens.access(SUB, CognitoOverHttp.CLIENT_ID);
    Answer answer = api.send(verified().header(header, "Bearer " + token));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(api.users.find(SUB))
        .contains(
            new User(
                SUB,
                "jane@example.com",
                true,
                null,
                "Jane",
                null,
                ApiUnderTest.NOW,
                ApiUnderTest.NOW,
                ApiUnderTest.NOW,
                SUB,
                "us-east-1_example",
                1));
    assertThat(api.cognito.onlyCall().target()).endsWith(".GetUser");
    assertThat(api.cognito.onlyCall().body().get("AccessToken").getAsString()).isEqualTo(token);
  }

  @Test
  void repairIsCountedOnce() {
    api.cognito.answers(HELD_BY_JANE);
    api.send(asJane());
    api.send(asJane());
    assertThat(api.log.getFirst())
        .contains("\"UserRepaired\":1", "\"Dimensions\":[[]]")
        .contains("\"Metrics\":[{\"Name\":\"UserRepaired\",\"Unit\":\"Count\"}]");
    assertThat(api.log.getLast()).doesNotContain("UserRepaired");
    assertThat(api.cognito.calls()).hasSize(1);
  }

  @Test
  void tokenWithoutSchemeRepairsToo() {
    api.cognito.answers(HELD_BY_JANE);
    String token = Tokens.access(SUB, CognitoOverHttp.CLIENT_ID);
    assertThat(api.send(verified().header("Authorization", token)).status()).isEqualTo(200);
  }

  @Test
  void tokenThatCognitoRefusesRepairsNothing() {
    api.cognito.refuses("NotAuthorizedException", "Access Token has been revoked");
    Answer answer = api.send(asJane());
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("TOKEN_INVALID");
    assertThat(api.users.find(SUB)).isEmpty();
  }

  @Test
  void tokenOfSomebodyElseRepairsNothing() {
    api.cognito.answers(HELD_BY_JANE.replace(SUB, "somebody-else"));
    Answer answer = api.send(asJane());
    assertThat(answer.code()).isEqualTo("TOKEN_INVALID");
    assertThat(api.users.find("somebody-else")).isEmpty();
    assertThat(api.users.find(SUB)).isEmpty();
  }

  @Test
  void repairWithoutATokenInTheHeaderIsRefused() {
    assertThat(api.send(verified()).code()).isEqualTo("TOKEN_MISSING");
    assertThat(api.send(verified().header("Authorization", "Basic a b")).code())
        .isEqualTo("TOKEN_MISSING");
  }

  private static Event verified() {
    return Event.of("GET", "/user/profile").claims(Map.of("sub", SUB, "token_use", "access"));
  }

  private static Event asJane() {
    return verified()
        .header("Authorization", "Bearer " + Tokens.access(SUB, CognitoOverHttp.CLIENT_ID));
  }
}
