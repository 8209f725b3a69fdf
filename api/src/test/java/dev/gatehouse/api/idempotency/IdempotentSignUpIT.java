package dev.gatehouse.api.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.api.TestApi;
import dev.gatehouse.api.testing.ApiRequest;
import dev.gatehouse.api.testing.ApiResponse;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sign-ups with an Idempotency-Key, from event to response as docs/openapi.yaml describes it. */
class IdempotentSignUpIT {
  private static final String KEY = "8e03978e-40d5-43dd-bc93-6894a57f9324";
  private static final String JANE =
      "{\"username\":\"jane@example.com\",\"password\":\"S3cret!pw\"}";

  private IdempotencyTable table;
  private TestApi api;

  @BeforeEach
  void start() throws IOException {
    table = new IdempotencyTable();
    api = new TestApi(table.records());
    api.cognito.answers("{\"UserConfirmed\":false,\"UserSub\":\"u-1\"}");
  }

  @AfterEach
  void stop() {
    api.close();
    table.close();
  }

  @Test
  void secondRequestCreatesNothing() {
    ApiResponse first = signUp(KEY, JANE);
    ApiResponse second = signUp(KEY, JANE.replace(",", " ,\n"));
    assertThat(first.status()).isEqualTo(202);
    assertThat(second).isEqualTo(first);
    assertThat(api.cognito.calls()).hasSize(1);
    assertThat(api.log).hasSize(2).allMatch(line -> line.contains("\"sub\":\"u-1\""));
  }

  @Test
  void sameKeyWithAnotherBodyIsRefused() {
    signUp(KEY, JANE);
    ApiResponse other = signUp(KEY, JANE.replace("S3cret", "0ther"));
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    assertThat(api.cognito.calls()).hasSize(1);
  }

  @Test
  void refusalIsRepeatedWithoutACall() {
    api.cognito.refuses("UsernameExistsException", "User already exists");
    ApiResponse first = signUp(KEY, JANE);
    assertThat(first.code()).isEqualTo("ACCOUNT_EXISTS");
    assertThat(signUp(KEY, JANE)).isEqualTo(first);
    assertThat(api.cognito.calls()).hasSize(1);
  }

  @Test
  void failureIsNotRepeated() {
    api.cognito.refuses("InternalErrorException", "");
    assertThat(signUp(KEY, JANE).status()).isEqualTo(503);
    api.cognito.answers("{\"UserConfirmed\":false,\"UserSub\":\"u-1\"}");
    assertThat(signUp(KEY, JANE).status()).isEqualTo(202);
  }

  @Test
  void malformedBodyClaimsNothing() {
    assertThat(signUp(KEY, "{}").code()).isEqualTo("INVALID_FIELD");
    assertThat(table.rows()).isEmpty();
    assertThat(signUp("short", JANE).code()).isEqualTo("IDEMPOTENCY_KEY_INVALID");
  }

  @Test
  void tableThatIsDownRefusesTheSignUp() throws IOException {
    try (TestApi down = new TestApi(table.missing())) {
      ApiResponse response = down.send(request(KEY, JANE));
      assertThat(response.status()).isEqualTo(503);
      assertThat(down.cognito.calls()).isEmpty();
    }
  }

  private ApiResponse signUp(String key, String body) {
    return api.send(request(key, body));
  }

  private static ApiRequest request(String key, String body) {
    return ApiRequest.of("POST", "/user")
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", key)
        .body(body);
  }
}
