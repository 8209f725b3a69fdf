package dev.gatehouse.api.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.gatehouse.api.TestApi;
import dev.gatehouse.api.testing.ApiResponse;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateUserTest {
  private static final String SIGNED_UP =
      """
      {"UserConfirmed":false,"UserSub":"34c84488-e0e1-70ae-d2ee-991ad1a898c8",
       "CodeDeliveryDetails":{"Destination":"j***@e***","DeliveryMedium":"EMAIL","AttributeName":"email"}}
      """;

  private TestApi api;

  @BeforeEach
  void start() throws IOException {
    api = new TestApi();
    api.cognito.answers(SIGNED_UP);
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void addressIsSentAsTheUserNameOnly() {
    api.post("/user", "{\"username\":\"jane@example.com\",\"password\":\"S3cret!pw\"}");
    assertThat(api.cognito.onlyCall().target())
        .isEqualTo("AWSCognitoIdentityProviderService.SignUp");
    assertThat(api.cognito.onlyCall().body())
        .isEqualTo(
            JsonParser.parseString(
                """
                {"ClientId":"1example23456789","Username":"jane@example.com","Password":"S3cret!pw",
                 "UserAttributes":[],"ClientMetadata":{}}
                """));
  }

  @Test
  void responseContainsTheDeliveryOfTheCode() {
    ApiResponse answer =
        api.post("/user", "{\"username\":\"jane@example.com\",\"password\":\"S3cret!pw\"}");
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.text())
        .isEqualTo(
            "{\"user\":{\"UserSub\":\"34c84488-e0e1-70ae-d2ee-991ad1a898c8\",\"UserConfirmed\":false,"
                + "\"CodeDeliveryDetails\":{\"AttributeName\":\"email\",\"DeliveryMedium\":\"EMAIL\","
                + "\"Destination\":\"j***@e***\"}}}");
  }

  @Test
  void confirmedAccountHasNoDelivery() {
    api.cognito.answers("{\"UserConfirmed\":true,\"UserSub\":\"s-1\"}");
    assertThat(api.post("/user", "{\"username\":\"j@x.org\",\"password\":\"p\"}").text())
        .isEqualTo("{\"user\":{\"UserSub\":\"s-1\",\"UserConfirmed\":true}}");
  }

  @ParameterizedTest
  @CsvSource({"de,de", "pt-br,pt-BR", "zh-Hant-TW,zh-Hant-TW"})
  void languageIsSentAsAttributeAndAsMetadata(String sent, String passedOn) {
    api.post("/user", "{\"username\":\"j@x.org\",\"password\":\"p\",\"locale\":\"" + sent + "\"}");
    var body = api.cognito.onlyCall().body();
    assertThat(body.getAsJsonObject("ClientMetadata").get("locale").getAsString())
        .isEqualTo(passedOn);
    assertThat(body.getAsJsonArray("UserAttributes").toString())
        .isEqualTo("[{\"Name\":\"locale\",\"Value\":\"" + passedOn + "\"}]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "de_AT",
        "q7_",
        "english please",
        "de-",
        "<b>",
        "de-a",
        "xx-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
      })
  void malformedLanguageTagIsRefused(String locale) {
    ApiResponse answer =
        api.post(
            "/user", "{\"username\":\"j@x.org\",\"password\":\"p\",\"locale\":\"" + locale + "\"}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("INVALID_FIELD");
    assertThat(answer.detail()).startsWith("locale ").doesNotContain(locale);
    assertThat(api.cognito.calls()).isEmpty();
  }

  @Test
  void nullIsNoLanguage() {
    assertThat(
            api.post("/user", "{\"username\":\"j@x.org\",\"password\":\"p\",\"locale\":null}")
                .status())
        .isEqualTo(202);
  }

  @ParameterizedTest
  @ValueSource(strings = {"givenName", "email", "role", "Username"})
  void unknownMemberIsRefused(String name) {
    ApiResponse answer =
        api.post("/user", "{\"username\":\"j@x.org\",\"password\":\"p\",\"" + name + "\":\"x\"}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("INVALID_FIELD");
    assertThat(answer.detail()).isEqualTo("Only username, password and locale are accepted");
    assertThat(api.cognito.calls()).isEmpty();
  }

  @Test
  void logContainsTheSubOfTheNewUser() {
    api.post("/user", "{\"username\":\"jane@example.com\",\"password\":\"S3cret!pw\"}");
    assertThat(api.line())
        .isEqualTo(
            JsonParser.parseString(
                """
                {"level":"INFO","function":"api","route":"POST /user","outcome":"answered","status":202,
                 "durationMs":0,"requestId":"request-1","sub":"34c84488-e0e1-70ae-d2ee-991ad1a898c8"}
                """));
  }
}
