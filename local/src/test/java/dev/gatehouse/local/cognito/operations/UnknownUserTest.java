package dev.gatehouse.local.cognito.operations;

import static dev.gatehouse.local.cognito.TestCognito.CLIENT;
import static dev.gatehouse.local.cognito.TestCognito.LEGACY;
import static dev.gatehouse.local.cognito.TestCognito.PASSWORD;
import static dev.gatehouse.local.cognito.TestCognito.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.cognito.TestCognito;
import dev.gatehouse.local.cognito.TestCognito.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UnknownUserTest {
  private static final String UNKNOWN = "unknown@example.com";
  private final TestCognito cognito = new TestCognito();

  @ParameterizedTest
  @ValueSource(strings = {"ForgotPassword", "ResendConfirmationCode"})
  void codeRequestForAnUnknownUserLooksTheSame(String operation) {
    Reply reply = cognito.call(operation, json("ClientId", CLIENT, "Username", UNKNOWN));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.response().text())
        .isEqualTo(
            "{\"CodeDeliveryDetails\":{\"Destination\":\"u***@e***\","
                + "\"DeliveryMedium\":\"EMAIL\",\"AttributeName\":\"email\"}}");
    assertThat(cognito.mail.mails).isEmpty();
    assertThat(cognito.lambda.invocations).isEmpty();
  }

  @Test
  void forgotPasswordOfAnUnconfirmedUserLooksTheSame() {
    cognito.signUp(UNKNOWN);

    Reply reply = cognito.call("ForgotPassword", json("ClientId", CLIENT, "Username", UNKNOWN));
    assertThat(reply.text("CodeDeliveryDetails", "Destination")).isEqualTo("u***@e***");
    assertThat(cognito.mail.mails).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "ConfirmSignUp, " + CLIENT + ", CodeMismatchException",
    "ConfirmForgotPassword, " + CLIENT + ", CodeMismatchException",
    "ConfirmSignUp, " + LEGACY + ", UserNotFoundException",
    "ConfirmForgotPassword, " + LEGACY + ", UserNotFoundException",
    "ForgotPassword, " + LEGACY + ", UserNotFoundException",
    "ResendConfirmationCode, " + LEGACY + ", UserNotFoundException"
  })
  void preventUserExistenceErrorsSelectsTheError(String operation, String client, String type) {
    Reply reply =
        cognito.call(
            operation,
            json(
                "ClientId", client,
                "Username", UNKNOWN,
                "ConfirmationCode", "123456",
                "Password", PASSWORD));

    assertThat(reply.type()).isEqualTo(type);
  }

  @Test
  void unknownUserIsLockedOut() {
    for (int i = 0; i < 5; i++) {
      assertThat(cognito.signIn(UNKNOWN, PASSWORD).message())
          .isEqualTo("Incorrect username or password.");
    }
    assertThat(cognito.signIn(UNKNOWN, PASSWORD).message()).isEqualTo("Password attempts exceeded");
  }

  @Test
  void codeThatWasNeverSentIsExpired() {
    cognito.confirmed(UNKNOWN);
    Reply reply =
        cognito.call(
            "ConfirmForgotPassword",
            json(
                "ClientId", CLIENT,
                "Username", UNKNOWN,
                "ConfirmationCode", "123456",
                "Password", PASSWORD));

    assertThat(reply.type()).isEqualTo("ExpiredCodeException");
  }
}
