package dev.gatehouse.api.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.api.TestApi;
import dev.gatehouse.api.http.Problem;
import dev.gatehouse.api.testing.ApiResponse;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreSignUpRefusalTest {
  private TestApi api;

  @BeforeEach
  void start() throws IOException {
    api = new TestApi();
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "EMAIL_.*")
  void codeAndSentenceArePassedOnWithoutTheFullStopOfCognito(Problem problem) {
    ApiResponse answer = refusedWith(problem.name() + ": A sentence, as PreSignUp words it");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo(problem.name());
    assertThat(answer.detail()).isEqualTo("A sentence, as PreSignUp words it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EMAIL_INVALID: <b>bold</b>",
        "EMAIL_INVALID: \u202eevil",
        "EMAIL_INVALID: line one\nline two",
        "EMAIL_INVALID: {\"a\":1}",
        "EMAIL_INVALID: "
      })
  void sentenceThatIsNotPlainTextIsReplaced(String message) {
    ApiResponse answer = refusedWith(message);
    assertThat(answer.detail())
        .isIn("Enter a valid email address", "Not available right now. Try again later");
  }

  @Test
  void sentenceThatIsTooLongIsReplaced() {
    ApiResponse answer = refusedWith("EMAIL_INVALID: " + "a".repeat(121));
    assertThat(answer.detail()).isEqualTo("Enter a valid email address");
  }

  @Test
  void unknownCodeIsARefusalWithAFixedSentence() {
    ApiResponse answer = refusedWith("EMAIL_NEW_RULE: jane@example.com is on list 7");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("SIGN_UP_REFUSED");
    assertThat(answer.text()).doesNotContain("jane").doesNotContain("NEW_RULE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INTERNAL: Sign-up is not available right now. Try again later",
        "2024-09-17T20:31:07.019Z 4c2a Task timed out after 3.01 seconds",
        "RequestId: 4c2a Error: Runtime exited with error: exit status 129",
        "An error occurred during JSON parsing",
        "email_invalid: lower case is not a code",
        "null"
      })
  void crashIsUnavailableWithoutDetails(String message) {
    ApiResponse answer = refusedWith(message);
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.code()).isEqualTo("SERVICE_UNAVAILABLE");
    assertThat(answer.detail()).isEqualTo("Not available right now. Try again later");
  }

  private ApiResponse refusedWith(String errorMessage) {
    api.cognito.refuses(
        "UserLambdaValidationException", "PreSignUp failed with error " + errorMessage + ".");
    return api.post("/user", "{\"username\":\"j@x.org\",\"password\":\"p\"}");
  }
}
