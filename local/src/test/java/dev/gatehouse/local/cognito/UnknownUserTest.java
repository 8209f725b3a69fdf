package dev.gatehouse.local.cognito;

import static dev.gatehouse.local.cognito.TestCognito.CLIENT;
import static dev.gatehouse.local.cognito.TestCognito.LEGACY;
import static dev.gatehouse.local.cognito.TestCognito.PASSWORD;
import static dev.gatehouse.local.cognito.TestCognito.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.cognito.TestCognito.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UnknownUserTest {
  private static final String NOBODY = "nobody@example.com";
  private final TestCognito cognito = new TestCognito();

  @ParameterizedTest
  @ValueSource(strings = {"ForgotPassword", "ResendConfirmationCode"})
  void askingForCodeLooksTheSameWhoeverAsks(String operation) {
    Reply reply = cognito.call(operation, json("ClientId", CLIENT, "Username", NOBODY));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.response().text())
        .isEqualTo(
            "{\"CodeDeliveryDetails\":{\"Destination\":\"n***@e***\","
                + "\"DeliveryMedium\":\"EMAIL\",\"AttributeName\":\"email\"}}");
    assertThat(cognito.mail.mails).isEmpty();
    assertThat(cognito.lambda.calls).isEmpty();
  }

  @Test
  void forgottenPasswordOfUnconfirmedUserLooksTheSameToo() {
    cognito.signUp(NOBODY);

    Reply reply = cognito.call("ForgotPassword", json("ClientId", CLIENT, "Username", NOBODY));
    assertThat(reply.text("CodeDeliveryDetails", "Destination")).isEqualTo("n***@e***");
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
  void settingOfTheClientDecidesWhatIsSaid(String operation, String client, String type) {
    Reply reply =
        cognito.call(
            operation,
            json(
                "ClientId", client,
                "Username", NOBODY,
                "ConfirmationCode", "123456",
                "Password", PASSWORD));

    assertThat(reply.type()).isEqualTo(type);
  }

  @Test
  void unknownUserIsLockedOutLikeAnyOther() {
    for (int i = 0; i < 5; i++) {
      assertThat(cognito.signIn(NOBODY, PASSWORD).message())
          .isEqualTo("Incorrect username or password.");
    }
    assertThat(cognito.signIn(NOBODY, PASSWORD).message()).isEqualTo("Password attempts exceeded");
  }

  @Test
  void codeNeverAskedForIsAnExpiredOne() {
    cognito.confirmed(NOBODY);
    Reply reply =
        cognito.call(
            "ConfirmForgotPassword",
            json(
                "ClientId", CLIENT,
                "Username", NOBODY,
                "ConfirmationCode", "123456",
                "Password", PASSWORD));

    assertThat(reply.type()).isEqualTo("ExpiredCodeException");
  }
}
