package dev.gatehouse.api.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.api.TestApi;
import dev.gatehouse.api.http.BodyField;
import dev.gatehouse.api.http.JsonBody;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

public class ChangeProfileTest {
  static final String SUB = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
  static final Instant BEFORE = Instant.parse("2026-01-02T03:04:05Z");
  static final User JANE =
      TestUsers.builder(SUB)
          .profile("de", "Jane", "Doe")
          .times(BEFORE)
          .pool("us-east-1_example")
          .version(4)
          .build();

  private TestApi api;

  @BeforeEach
  void start() throws IOException {
    api = new TestApi();
    api.users.putIfAbsent(JANE);
    api.cognito.answers(getUserResponse("Jo", "Müller"));
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void changeReachesCognitoThenTheRowThenTheResponse() {
    ApiResponse answer = api.send(change("{\"givenName\":\"Jo\",\"familyName\":\"Müller\"}"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().getAsJsonObject("profile"))
        .isEqualTo(
            JsonParser.parseString(
                """
                {"sub":"%s","email":"jane@example.com","emailVerified":true,
                 "givenName":"Jo","familyName":"Müller","createdAt":"2026-01-02T03:04:05.000Z",
                 "confirmedAt":"2026-01-02T03:04:05.000Z","updatedAt":"2026-05-04T03:02:01.000Z"}
                """
                    .formatted(SUB)));
    assertThat(api.users.find(SUB)).contains(JANE.withProfile(named("Jo", "Müller"), TestApi.NOW));
    assertThat(api.cognito.calls().stream().map(FakeCognito.CognitoCall::target))
        .containsExactly(
            "AWSCognitoIdentityProviderService.UpdateUserAttributes",
            "AWSCognitoIdentityProviderService.GetUser");
    assertThat(api.line().get("sub").getAsString()).isEqualTo(SUB);
    assertThat(api.line().get("route").getAsString()).isEqualTo("PATCH /user/profile");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"4\"", "\"3\", \"4\"", "*"})
  void profileOfTheGivenVersionIsChanged(String ifMatch) {
    ApiResponse answer = api.send(change("{\"givenName\":\"Jo\"}").header("If-Match", ifMatch));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("ETag")).isEqualTo("\"5\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"3\"", "4", "W/\"4\"", ""})
  void profileOfAnotherVersionIsNotChanged(String ifMatch) {
    ApiResponse answer = api.send(change("{\"givenName\":\"Jo\"}").header("If-Match", ifMatch));
    assertThat(answer.code()).isEqualTo("PRECONDITION_FAILED");
    assertThat(api.cognito.calls()).isEmpty();
    assertThat(api.users.find(SUB)).contains(JANE);
  }

  @Test
  void addressOfThePoolIsCopiedToo() {
    api.cognito.answers(
        getUserResponse("Jo", "Doe").replace("jane@example.com", "new@example.com"));
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
  void fieldIsSentByCognitosNameAndNullRemovesIt(String body, String attributes) {
    api.send(change(body));
    JsonObject update = api.cognito.calls().getFirst().body();
    assertThat(update.getAsJsonArray("UserAttributes"))
        .isEqualTo(JsonParser.parseString(attributes));
    assertThat(update.get("AccessToken").getAsString())
        .isEqualTo(TestTokens.access(SUB, FakeCognito.CLIENT_ID));
  }

  @ParameterizedTest
  @EnumSource
  void everyProfileAttributeIsChangedInCognitoAndInTheRow(ProfileAttribute attribute) {
    String value = attribute.syntax() == ProfileAttribute.Syntax.TEXT ? "Any text" : "fr";
    JsonObject user = JsonParser.parseString(getUserResponse("Jo", "Doe")).getAsJsonObject();
    JsonArray attributes = new JsonArray();
    for (JsonElement each : user.getAsJsonArray("UserAttributes")) {
      if (!each.getAsJsonObject().get("Name").getAsString().equals(attribute.cognitoName())) {
        attributes.add(each);
      }
    }
    attributes.add(attribute(attribute.cognitoName(), value));
    user.add("UserAttributes", attributes);
    api.cognito.answers(user.toString());
    String name = attribute.attributeName();
    ApiResponse answer = api.send(change("{\"%s\":\"%s\"}".formatted(name, value)));
    assertThat(answer.json().getAsJsonObject("profile").get(name).getAsString()).isEqualTo(value);
    assertThat(api.cognito.calls().getFirst().body().getAsJsonArray("UserAttributes"))
        .containsExactly(attribute(attribute.cognitoName(), value));
    assertThat(api.users.find(SUB).orElseThrow().profile(attribute)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"email\":\"new@example.com\"}",
        "{\"givenName\":\"Jo\",\"email\":\"new@example.com\"}",
        "{\"givenName\":\"Jo\",\"email\":null}",
        "{\"sub\":\"another-user\"}",
        "{\"given_name\":\"Jo\"}",
        "{\"givenname\":\"Jo\"}",
        "{}"
      })
  void onlyProfileAttributesCanBeChanged(String body) {
    ApiResponse answer = api.send(change(body));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("INVALID_FIELD");
    assertThat(answer.detail()).endsWith(JsonBody.accepted(BodyField.profile()));
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
  void malformedNameIsRefused(String body) {
    assertThat(api.send(change(body)).code()).isEqualTo("INVALID_FIELD");
    assertUnchanged();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "de_AT", "english please", "<b>", "x"})
  void malformedLanguageTagIsRefused(String tag) {
    ApiResponse answer = api.send(change("{\"locale\":\"" + tag + "\"}"));
    assertThat(answer.code()).isEqualTo("INVALID_FIELD");
    assertThat(answer.detail()).startsWith("locale ");
    assertUnchanged();
  }

  @Test
  void longNameOfAnyScriptIsPassedOn() {
    String name = "𠮷".repeat(256);
    assertThat(api.send(change("{\"givenName\":\"" + name + "\"}")).status()).isEqualTo(200);
    assertThat(api.cognito.calls().getFirst().body().toString()).contains(name);
  }

  @Test
  void requestWithoutVerifiedTokenChangesNothing() {
    ApiRequest change = change("{\"givenName\":\"Jo\"}");
    assertThat(api.send(change.claims(Map.of())).code()).isEqualTo("TOKEN_MISSING");
    assertThat(api.send(change.claims(Map.of("sub", SUB, "token_use", "id"))).code())
        .isEqualTo("ACCESS_TOKEN_REQUIRED");
    assertThat(api.send(change.header("Authorization", "Basic a b")).code())
        .isEqualTo("TOKEN_MISSING");
    assertUnchanged();
  }

  @Test
  void tokenInTheHeaderMustBelongToTheVerifiedUser() {
    ApiRequest change = change("{\"givenName\":\"Jo\"}");
    String other = TestTokens.access("another-user", FakeCognito.CLIENT_ID);
    String otherClient = TestTokens.access(SUB, "another-client");
    assertThat(api.send(change.header("Authorization", other)).code()).isEqualTo("TOKEN_INVALID");
    assertThat(api.send(change.header("Authorization", otherClient)).code())
        .isEqualTo("TOKEN_INVALID");
    assertUnchanged();
  }

  private void assertUnchanged() {
    assertThat(api.cognito.calls()).isEmpty();
    assertThat(api.users.find(SUB)).contains(JANE);
  }

  /** Returns a PATCH request of Jane. */
  public static ApiRequest change(String body) {
    return ApiRequest.of("PATCH", "/user/profile")
        .claims(Map.of("sub", SUB, "token_use", "access"))
        .header("Authorization", "Bearer " + TestTokens.access(SUB, FakeCognito.CLIENT_ID))
        .header("Content-Type", "application/json")
        .body(body);
  }

  /** Returns Cognito's response to GetUser about Jane. */
  static String getUserResponse(String givenName, String familyName) {
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

  /** Returns a profile with names only. */
  static Map<ProfileAttribute, String> named(String givenName, String familyName) {
    return Map.of(ProfileAttribute.GIVEN_NAME, givenName, ProfileAttribute.FAMILY_NAME, familyName);
  }

  private static JsonObject attribute(String name, String value) {
    JsonObject attribute = new JsonObject();
    attribute.addProperty("Name", name);
    attribute.addProperty("Value", value);
    return attribute;
  }
}
