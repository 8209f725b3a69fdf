package dev.gatehouse.local.activity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"password\": \"s3cret\"}",
        "{\"AuthParameters\": {\"PASSWORD\": \"s3cret\", \"USERNAME\": \"jane\"}}",
        "{\"access_token\": \"s3cret\"}",
        "{\"AuthenticationResult\": {\"RefreshToken\": \"s3cret\"}}",
        "{\"headers\": {\"Authorization\": \"s3cret\"}}",
        "{\"multiValueHeaders\": {\"Authorization\": [\"s3cret\"]}}",
        "{\"body\": \"{\\\"username\\\": \\\"jane\\\", \\\"password\\\": \\\"s3cret\\\"}\"}",
        "grant_type=refresh_token&refresh_token=s3cret&client_id=abc",
        "[{\"Session\": \"s3cret\"}]",
      })
  void secretIsMasked(String payload) {
    assertThat(Masking.pretty(payload)).contains(Masking.MASK).doesNotContain("s3cret");
  }

  @Test
  void tokenIsMaskedWhereverItStands() {
    assertThat(Masking.header("X-Other", "Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln"))
        .isEqualTo("Bearer (masked)");
    assertThat(Masking.pretty("{\"note\": \"eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln\"}"))
        .contains("\"note\": \"(masked)\"");
  }

  @Test
  void everythingElseIsShown() {
    assertThat(Masking.pretty("{\"username\":\"jane\",\"code\":\"471199\",\"token_use\":\"id\"}"))
        .isEqualTo(
            "{\n  \"username\": \"jane\",\n  \"code\": \"471199\",\n  \"token_use\": \"id\"\n}");
    assertThat(Masking.pretty("no JSON")).isEqualTo("no JSON");
  }

  @ParameterizedTest
  @CsvSource({
    "SIGNING_SECRET, (masked)",
    "db_password, (masked)",
    "AWS_SECRET_ACCESS_KEY, (masked)",
    "KMS_KEY_ID, value",
    "TABLE_NAME, value"
  })
  void variablesWithSecretsAreMaskedByTheirNames(String name, String shown) {
    assertThat(Masking.variable(name, "value")).isEqualTo(shown);
  }

  @Test
  void editedPayloadGetsItsSecretsBack() {
    String original =
        "{\"path\":\"/user\",\"headers\":{\"Authorization\":[\"a\"]},"
            + "\"body\":\"{\\\"username\\\":\\\"jane\\\",\\\"password\\\":\\\"s3cret\\\"}\"}";

    String edited = Masking.pretty(original).replace("jane", "joe").replace("/user", "/other");

    assertThat(Masking.restore(edited, original))
        .isEqualTo(
            "{\"path\":\"/other\",\"headers\":{\"Authorization\":[\"a\"]},"
                + "\"body\":\"{\\\"username\\\":\\\"joe\\\",\\\"password\\\":\\\"s3cret\\\"}\"}");
    assertThat(Masking.restore(Masking.pretty(original), original)).isEqualTo(original);
  }
}
