package dev.gatehouse.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.api.testing.ApiRequest;
import dev.gatehouse.api.testing.ApiResponse;
import dev.gatehouse.api.testing.FakeCognito;
import dev.gatehouse.api.testing.TestTokens;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import dev.gatehouse.users.TestUsers;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stack may turn on: checks of tokens on reads, and addresses in the log. */
class ApiOptionsTest {
  private static final String SUB = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
  private static final String KEY = "0123456789abcdef0123456789abcdef";
  private static final String HMAC = "5729dfa704e7dc636742c5efbb75a537";
  private static final Map<String, String> CHECKS = Map.of("CHECK_TOKEN_ON_READS", "true");
  private static final String USER =
      """
      {"Username":"%s","UserAttributes":[{"Name":"sub","Value":"%s"},
       {"Name":"email_verified","Value":"true"},{"Name":"email","Value":"jane@example.com"}]}
      """
          .formatted(SUB, SUB);

  @ParameterizedTest
  @ValueSource(strings = {"/user/profile", "/user/profile/picture"})
  void readIsRefusedIfCognitoRefusesTheToken(String path) throws IOException {
    for (String reason : List.of("Access Token has been revoked", "User is disabled.")) {
      try (TestApi api = TestApi.with(CHECKS)) {
        api.users.putIfAbsent(TestUsers.builder(SUB).build());
        api.cognito.refuses("NotAuthorizedException", reason);

        ApiResponse response = api.send(read(path));

        assertThat(response.status()).isEqualTo(401);
        assertThat(response.code()).isEqualTo("TOKEN_INVALID");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/user/profile", "/user/profile/picture"})
  void readAsksCognitoOnceAndReturnsTheRow(String path) throws IOException {
    try (TestApi api = TestApi.with(CHECKS)) {
      api.users.putIfAbsent(TestUsers.builder(SUB).build());
      api.cognito.answers(USER);

      assertThat(api.send(read(path)).status()).isEqualTo(200);
      assertThat(api.cognito.onlyCall().target()).endsWith(".GetUser");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/user/profile", "/user/profile/picture"})
  void readAsksNobodyByDefault(String path) throws IOException {
    try (TestApi api = TestApi.with(Map.of())) {
      api.users.putIfAbsent(TestUsers.builder(SUB).build());

      assertThat(api.send(read(path)).status()).isEqualTo(200);
      assertThat(api.cognito.calls()).isEmpty();
    }
  }

  @Test
  void logHasTheHmacOfTheAddressAndNeverTheAddress() throws IOException {
    try (TestApi api = TestApi.with(Map.of("SOURCE_ADDRESS_KEY", KEY))) {
      assertThat(api.send(ApiRequest.of("GET", "/app/health")).status()).isEqualTo(200);

      // printf 192.0.2.1 | openssl dgst -sha256 -hmac KEY, its first 32 digits.
      assertThat(api.line().get("source").getAsString()).isEqualTo(HMAC);
      assertThat(api.log.getFirst()).doesNotContain(ApiRequest.SOURCE, KEY);
    }
  }

  @Test
  void logHasNothingOfTheAddressByDefault() throws IOException {
    try (TestApi api = TestApi.with(Map.of())) {
      assertThat(api.send(ApiRequest.of("GET", "/app/health")).status()).isEqualTo(200);

      assertThat(api.line().has("source")).isFalse();
      assertThat(api.log.getFirst()).doesNotContain(ApiRequest.SOURCE);
    }
  }

  @Test
  void metricsHaveTheDimensionOfTheStack() throws IOException {
    try (TestApi api = TestApi.with(Map.of("STACK_NAME", "gatehouse-prod"))) {
      assertThat(api.post("/user", "{}").status()).isEqualTo(400);

      assertThat(api.line().get("stack").getAsString()).isEqualTo("gatehouse-prod");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "CHECK_TOKEN_ON_READS, yes",
    "SOURCE_ADDRESS_KEY, short",
    "SOURCE_ADDRESS_KEY, 0123456789abcdef 0123456789abcdef",
  })
  void malformedSettingIsReportedWithoutItsValue(String name, String value) {
    assertThatThrownBy(() -> ApiOptions.from(new FunctionSettings(Map.of(name, value))))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageStartingWith(name)
        .hasMessageNotContaining(value);
  }

  private static ApiRequest read(String path) {
    return ApiRequest.of("GET", path)
        .claims(Map.of("sub", SUB, "token_use", "access"))
        .header("Authorization", "Bearer " + TestTokens.access(SUB, FakeCognito.CLIENT_ID));
  }
}
