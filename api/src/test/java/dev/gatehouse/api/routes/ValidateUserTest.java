package dev.gatehouse.api.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.gatehouse.api.TestApi;
import dev.gatehouse.api.testing.ApiResponse;
import dev.gatehouse.api.testing.FakeCognito;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValidateUserTest {
  private static final String BODY = "{\"username\":\"jane@example.com\",\"code\":\"012345\"}";

  private TestApi api;

  @BeforeEach
  void start() throws IOException {
    api = new TestApi();
    api.cognito.answers("{}");
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void rightCodeConfirms() {
    ApiResponse answer = api.post("/user/validate", BODY);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("{\"status\":\"Confirmed\"}");
    assertThat(api.cognito.onlyCall())
        .isEqualTo(
            new FakeCognito.CognitoCall(
                "AWSCognitoIdentityProviderService.ConfirmSignUp",
                JsonParser.parseString(
                        """
                        {"ClientId":"1example23456789","Username":"jane@example.com",
                         "ConfirmationCode":"012345"}
                        """)
                    .getAsJsonObject()));
  }

  @Test
  void wrongCodeExpiredCodeAndUnknownUserGetTheSameResponse() {
    List<ApiResponse> answers = new ArrayList<>();
    for (String type :
        List.of("CodeMismatchException", "ExpiredCodeException", "UserNotFoundException")) {
      api.cognito.refuses(type, "Username/client id combination not found.");
      answers.add(api.post("/user/validate", BODY));
    }
    assertThat(answers.getFirst().status()).isEqualTo(400);
    assertThat(answers.getFirst().code()).isEqualTo("INVALID_CODE");
    assertThat(answers).containsOnly(answers.getFirst());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "User cannot be confirmed. Current status is CONFIRMED",
        "User cannot confirm because user status is not UNCONFIRMED."
      })
  void secondConfirmationIsRefusedAsConfirmed(String message) {
    api.cognito.refuses("NotAuthorizedException", message);
    ApiResponse answer = api.post("/user/validate", BODY);
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("ALREADY_CONFIRMED");
  }

  @Test
  void failureOfPostConfirmationIsReportedAsIncomplete() {
    api.cognito.refuses(
        "UserLambdaValidationException",
        "PostConfirmation failed with error 2024-09-17T20:31:07.019Z 4c2a Task timed out.");
    ApiResponse answer = api.post("/user/validate", BODY);
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.code()).isEqualTo("CONFIRMATION_INCOMPLETE");
    assertThat(answer.text()).doesNotContain("timed out").doesNotContain("PostConfirmation");
  }

  @Test
  void codeMustBeAString() {
    ApiResponse answer = api.post("/user/validate", "{\"username\":\"j@x.org\",\"code\":12345}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.detail())
        .isEqualTo("code is not a string; expected: the code from the email, without white space");
  }
}
