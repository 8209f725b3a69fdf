package dev.gatehouse.local.cognito.codes;

import static dev.gatehouse.local.cognito.TestCognito.CLIENT;
import static dev.gatehouse.local.cognito.TestCognito.EMAIL;
import static dev.gatehouse.local.cognito.TestCognito.PASSWORD;
import static dev.gatehouse.local.cognito.TestCognito.POOL;
import static dev.gatehouse.local.cognito.TestCognito.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.cognito.TestCognito;
import dev.gatehouse.local.cognito.TestCognito.Reply;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ConfirmationCodeTest {
  private final TestCognito cognito = new TestCognito();

  private Reply forgot() {
    return cognito.call(
        "ForgotPassword",
        json("ClientId", CLIENT, "Username", EMAIL, "ClientMetadata", json("locale", "fr")));
  }

  private Reply reset(String code, String password) {
    return cognito.call(
        "ConfirmForgotPassword",
        json(
            "ClientId", CLIENT,
            "Username", EMAIL,
            "ConfirmationCode", code,
            "Password", password));
  }

  private Reply resend() {
    return cognito.call("ResendConfirmationCode", json("ClientId", CLIENT, "Username", EMAIL));
  }

  @Test
  void signUpCodeExpiresAfterTwentyFourHours() {
    cognito.signUp(EMAIL);
    cognito.clock.pass(Duration.ofHours(24).minusSeconds(1));

    assertThat(cognito.confirm(EMAIL, cognito.mail.code()).response().text()).isEqualTo("{}");
  }

  @Test
  void resentCodeReplacesTheFirst() {
    cognito.signUp(EMAIL);
    String first = cognito.mail.code();
    Reply reply = resend();

    assertThat(reply.text("CodeDeliveryDetails", "Destination")).isEqualTo("J***@e***");
    assertThat(cognito.lambda.sources())
        .containsExactly("PreSignUp_SignUp", "CustomMessage_SignUp", "CustomMessage_ResendCode");
    String second = cognito.mail.code();
    if (!first.equals(second)) {
      assertThat(cognito.confirm(EMAIL, first).type()).isEqualTo("CodeMismatchException");
    }
    assertThat(cognito.confirm(EMAIL, second).status()).isEqualTo(200);
  }

  @Test
  void failedResendKeepsTheFirstCodeValid() {
    cognito.signUp(EMAIL);
    String first = cognito.mail.code();
    cognito.lambda.changeResponse(
        "custom-message", response -> response.addProperty("emailMessage", ""));
    assertThat(resend().message()).isEqualTo("The message is empty.");

    assertThat(cognito.confirm(EMAIL, first).status()).isEqualTo(200);
  }

  @Test
  void newPasswordReplacesTheOldOne() {
    cognito.confirmed(EMAIL);
    assertThat(forgot().text("CodeDeliveryDetails", "Destination")).isEqualTo("J***@e***");
    assertThat(cognito.mail.last().subject()).isEqualTo("Your password reset code");
    assertThat(cognito.lambda.last().event())
        .contains("CustomMessage_ForgotPassword", "\"cognito:user_status\":\"CONFIRMED\"")
        .contains("\"clientMetadata\":{\"locale\":\"fr\"}");

    String code = cognito.mail.code();
    assertThat(reset(code, "An0ther-one").response().text()).isEqualTo("{}");
    assertThat(cognito.lambda.last().source()).isEqualTo("PostConfirmation_ConfirmForgotPassword");
    assertThat(cognito.signIn(EMAIL, PASSWORD).status()).isEqualTo(400);
    assertThat(cognito.signIn(EMAIL, "An0ther-one").status()).isEqualTo(200);
    assertThat(reset(code, PASSWORD).type()).isEqualTo("ExpiredCodeException");
  }

  @Test
  void resetCodeExpiresAfterOneHour() {
    cognito.confirmed(EMAIL);
    forgot();
    cognito.clock.pass(Duration.ofHours(1));

    assertThat(reset(cognito.mail.code(), PASSWORD).type()).isEqualTo("ExpiredCodeException");
  }

  @Test
  void weakNewPasswordDoesNotConsumeTheCode() {
    cognito.confirmed(EMAIL);
    forgot();
    String code = cognito.mail.code();

    assertThat(reset(code, "weak").type()).isEqualTo("InvalidPasswordException");
    assertThat(reset("000", PASSWORD).type()).isEqualTo("CodeMismatchException");
    assertThat(reset(code, PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void signUpCodeDoesNotResetThePassword() {
    cognito.signUp(EMAIL);

    assertThat(reset(cognito.mail.code(), PASSWORD).type()).isEqualTo("ExpiredCodeException");
  }

  @Test
  void adminResetRequiresACode() {
    cognito.confirmed(EMAIL);
    cognito.call("AdminResetUserPassword", json("UserPoolId", POOL, "Username", EMAIL));
    assertThat(cognito.lambda.last().event())
        .contains("CustomMessage_ForgotPassword", "CLIENT_ID_NOT_APPLICABLE", "RESET_REQUIRED");

    assertThat(cognito.signIn(EMAIL, PASSWORD).status()).isEqualTo(400);
    assertThat(reset(cognito.mail.code(), "An0ther-one").status()).isEqualTo(200);
    assertThat(cognito.signIn(EMAIL, "An0ther-one").status()).isEqualTo(200);
  }

  @Test
  void sixteenthConfirmationWithinAnHourIsRejected() {
    cognito.signUp(EMAIL);
    for (int i = 0; i < 15; i++) {
      assertThat(cognito.confirm(EMAIL, "x").type()).isEqualTo("CodeMismatchException");
    }
    assertThat(cognito.confirm(EMAIL, cognito.mail.code()).type())
        .isEqualTo("LimitExceededException");
    cognito.clock.pass(Duration.ofHours(1));
    assertThat(cognito.confirm(EMAIL, cognito.mail.code()).status()).isEqualTo(200);
  }

  @Test
  void bothResetOperationsShareALimit() {
    cognito.confirmed(EMAIL);
    for (int i = 0; i < 10; i++) {
      assertThat(forgot().status()).isEqualTo(200);
      assertThat(reset("x", PASSWORD).type()).isEqualTo("CodeMismatchException");
    }
    assertThat(forgot().type()).isEqualTo("LimitExceededException");
    assertThat(reset(cognito.mail.code(), PASSWORD).type()).isEqualTo("LimitExceededException");
  }

  @Test
  void limitsArePerUser() {
    for (int i = 0; i < 6; i++) {
      resend();
    }
    cognito.signUp("other@example.com");

    assertThat(
            cognito
                .call(
                    "ResendConfirmationCode",
                    json("ClientId", CLIENT, "Username", "other@example.com"))
                .status())
        .isEqualTo(200);
  }

  @Test
  void lockoutDoublesUntilASignIn() {
    cognito.confirmed(EMAIL);
    for (int i = 0; i < 5; i++) {
      cognito.signIn(EMAIL, "Wr0ng-one");
    }
    assertThat(cognito.signIn(EMAIL, PASSWORD).message()).isEqualTo("Password attempts exceeded");
    cognito.clock.pass(Duration.ofSeconds(1));
    assertThat(cognito.signIn(EMAIL, "Wr0ng-one").message())
        .isEqualTo("Incorrect username or password.");
    cognito.clock.pass(Duration.ofSeconds(1));
    assertThat(cognito.signIn(EMAIL, PASSWORD).message()).isEqualTo("Password attempts exceeded");
    cognito.clock.pass(Duration.ofSeconds(1));
    assertThat(cognito.signIn(EMAIL, PASSWORD).status()).isEqualTo(200);
    assertThat(cognito.signIn(EMAIL, "Wr0ng-one").message())
        .isEqualTo("Incorrect username or password.");
    assertThat(cognito.signIn(EMAIL, PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void lockoutNeverExceedsFifteenMinutes() {
    cognito.confirmed(EMAIL);
    for (int i = 0; i < 30; i++) {
      cognito.signIn(EMAIL, "Wr0ng-one");
      cognito.clock.pass(Duration.ofMinutes(15));
    }

    assertThat(cognito.signIn(EMAIL, PASSWORD).status()).isEqualTo(200);
  }
}
