package dev.gatehouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.users.User;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeProfileTest {
  static final String SUB = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
  static final Instant BEFORE = Instant.parse("2026-01-02T03:04:05Z");
  static final User JANE =
      new User(
          SUB,
          "jane@example.com",
          true,
          "de",
          "Jane",
          "Doe",
          BEFORE,
          BEFORE,
          BEFORE,
          SUB,
          "us-east-1_example",
          4);

  private ApiUnderTest api;

  @BeforeEach
  void start() throws IOException {
    api = new ApiUnderTest();
    api.users.putIfAbsent(JANE);
    api.cognito.answers(held("Jo", "Müller"));
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void changeReachesCognitoThenTheRowThenTheAnswer() {
    Answer answer = api.send(change("{\"givenName\":\"Jo\",\"familyName\":\"Müller\"}"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().getAsJsonObject("profile"))
        .isEqualTo(
            JsonParser.parseString(
                """
                {"sub":"%s","email":"jane@example.com","emailVerified":true,
                 "givenName":"Jo","familyName":"Müller","createdAt":"2026-01-02T03:04:05Z",
                 "confirmedAt":"2026-01-02T03:04:05Z","updatedAt":"2026-05-04T03:02:01Z"}
                """
                    .formatted(SUB)));
    assertThat(api.users.find(SUB)).contains(JANE.changed(null, "Jo", "Müller", ApiUnderTest.NOW));
    assertThat(api.cognito.calls().stream().map(CognitoOverHttp.Call::target))
        .containsExactly(
            "AWSCognitoIdentityProviderService.UpdateUserAttributes",
            "AWSCognitoIdentityProviderService.GetUser");
    assertThat(api.line().get("sub").getAsString()).isEqualTo(SUB);
    assertThat(api.line().get("route").getAsString()).isEqualTo("PATCH /user/profile");
  }

  @Test
  void addressThatThePoolHasNowComesAlong() {
    api.cognito.answers(held("Jo", "Doe").replace("jane@example.com", "new@example.com"));
    assertThat(api.send(change("{\"givenName\":\"Jo\"}")).status()).isEqualTo(200);
    assertThat(api.users.find(SUB).orElseThrow().email()).isEqualTo("new@example.com");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"locale\":\"pt-br\"}|[{\"Name\":\"locale\",\"Value\":\"pt-BR\"}]",
        "{\"locale\":null}|[{\"Name\":\"locale\",\"Value\":\"\"}]",
        "{\"givenName\":null}|[{\"Name\":\"given_name\",\"Value\":\"\"}]",
        "{\"familyName\":\" O'Neill \"}|[{\"Name\":\"family_name\",\"Value\":\" O'Neill \"}]"
      })
  void fieldIsNamedAsCognitoNamesItAndNullRemovesIt(String body, String attributes) {
    api.send(change(body));
    JsonObject update = api.cognito.calls().getFirst().body();
    assertThat(update.getAsJsonArray("UserAttributes"))
        .isEqualTo(JsonParser.parseString(attributes));
    assertThat(update.get("AccessToken").getAsString())
        .isEqualTo(Tokens.access(SUB, CognitoOverHttp.CLIENT_ID));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"email\":\"new@example.com\"}",
        "{\"givenName\":\"Jo\",\"email\":\"new@example.com\"}",
        "{\"givenName\":\"Jo\",\"email\":null}",
        "{\"sub\":\"somebody-else\"}",
        "{\"given_name\":\"Jo\"}",
        "{\"givenname\":\"Jo\"}",
        "{}"
      })
  void nothingButLanguageAndNamesCanBeChanged(String body) {
    Answer answer = api.send(change(body));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("INVALID_FIELD");
    assertThat(answer.detail()).endsWith("Only locale, givenName and familyName can be changed");
    assertUnchanged();
  }

  static Stream<String> wrongValues() {
    return Stream.of(
            "\"\"",
            "\"  \"",
            "7",
            "[\"Jo\"]",
            "{\"a\":\"Jo\"}",
            "true",
            "\"Jo\\u0000\"",
            "\"Jo\\nDoe\"",
            "\"Jo\\u0085\"",
            "\"Jo\\u2028\"",
            "\"Jo\\u202eeoD\"",
            "\"Jo\\ud800\"",
            "\"" + "é".repeat(257) + "\"")
        .flatMap(
            value -> Stream.of("{\"givenName\":" + value + "}", "{\"familyName\":" + value + "}"));
  }

  @ParameterizedTest
  @MethodSource("wrongValues")
  void nameThatIsNoNameIsRefused(String body) {
    assertThat(api.send(change(body)).code()).isEqualTo("INVALID_FIELD");
    assertUnchanged();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "de_AT", "english please", "<b>", "x"})
  void languageThatIsNotWellFormedIsRefused(String tag) {
    Answer answer = api.send(change("{\"locale\":\"" + tag + "\"}"));
    assertThat(answer.code()).isEqualTo("INVALID_FIELD");
    assertThat(answer.detail()).startsWith("locale ");
    assertUnchanged();
  }

  @Test
  void longNamesOfEveryScriptArePassedOn() {
    String name = "𠮷".repeat(256);
    assertThat(api.send(change("{\"givenName\":\"" + name + "\"}")).status()).isEqualTo(200);
    assertThat(api.cognito.calls().getFirst().body().toString()).contains(name);
  }

  @Test
  void callerWhomNobodyVerifiedChangesNothing() {
    Event change = change("{\"givenName\":\"Jo\"}");
    assertThat(api.send(change.claims(Map.of())).code()).isEqualTo("TOKEN_MISSING");
    assertThat(api.send(change.claims(Map.of("sub", SUB, "token_use", "id"))).code())
        .isEqualTo("ACCESS_TOKEN_REQUIRED");
    assertThat(api.send(change.header("Authorization", "Basic a b")).code())
        .isEqualTo("TOKEN_MISSING");
    assertUnchanged();
  }

  @Test
  void tokenInTheHeaderHasToBeTheOneThatWasVerified() {
    Event change = change("{\"givenName\":\"Jo\"}");
    String other = Tokens.access("somebody-else", CognitoOverHttp.CLIENT_ID);
    String stranger = Tokens.access(SUB, "a-strangers-client");
    assertThat(api.send(change.header("Authorization", other)).code()).isEqualTo("TOKEN_INVALID");
    assertThat(api.send(change.header("Authorization", stranger)).code())
        .isEqualTo("TOKEN_INVALID");
    assertUnchanged();
  }

  private void assertUnchanged() {
    assertThat(api.cognito.calls()).isEmpty();
    assertThat(api.users.find(SUB)).contains(JANE);
  }

  /** Returns a PATCH by Jane. */
  static Event change(String body) {
    return Event.of("PATCH", "/user/profile")
        .claims(Map.of("sub", SUB, "token_use", "access"))
        .header("Authorization", "Bearer " + Tokens.access(SUB, CognitoOverHttp.CLIENT_ID))
        .header("Content-Type", "application/json")
        .body(body);
  }

  /** Returns what Cognito knows of Jane, as GetUser tells it. */
  static String held(String givenName, String familyName) {
    JsonArray attributes = new JsonArray();
    Map.of("sub", SUB, "email", "jane@example.com", "email_verified", "true")
        .forEach((name, value) -> attributes.add(attribute(name, value)));
    attributes.add(attribute("given_name", givenName));
    attributes.add(attribute("family_name", familyName));
    JsonObject user = new JsonObject();
    user.addProperty("Username", SUB);
    user.add("UserAttributes", attributes);
    return user.toString();
  }

  private static JsonObject attribute(String name, String value) {
    JsonObject attribute = new JsonObject();
    attribute.addProperty("Name", name);
    attribute.addProperty("Value", value);
    return attribute;
  }
}
