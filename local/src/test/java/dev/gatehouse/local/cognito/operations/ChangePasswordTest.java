package dev.gatehouse.local.cognito.operations;

import static dev.gatehouse.local.cognito.TestCognito.EMAIL;
import static dev.gatehouse.local.cognito.TestCognito.PASSWORD;
import static dev.gatehouse.local.cognito.TestCognito.POOL;
import static dev.gatehouse.local.cognito.TestCognito.json;
import static dev.gatehouse.local.cognito.TestCognito.list;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.cognito.TestCognito;
import dev.gatehouse.local.cognito.TestCognito.Reply;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ChangePasswordTest {
  private static final String NEW = "N3wer-horse";

  private final TestCognito cognito = new TestCognito();
  private String token = "";

  @BeforeEach
  void signIn() {
    cognito.confirmed(EMAIL);
    token = cognito.signIn(EMAIL, PASSWORD).text("AuthenticationResult", "AccessToken");
  }

  private Reply change(String previous, String proposed) {
    return cognito.call(
        "ChangePassword",
        json("AccessToken", token, "PreviousPassword", previous, "ProposedPassword", proposed));
  }

  @Test
  void newPasswordReplacesTheOldAndSessionsStay() {
    assertThat(change(PASSWORD, NEW).response().text()).isEqualTo("{}");

    assertThat(cognito.signIn(EMAIL, PASSWORD).message())
        .isEqualTo("Incorrect username or password.");
    assertThat(cognito.signIn(EMAIL, NEW).status()).isEqualTo(200);
    assertThat(cognito.call("GetUser", json("AccessToken", token)).status()).isEqualTo(200);
  }

  @Test
  void wrongOrMissingPreviousPasswordIsRejected() {
    assertThat(change("Wr0ng-horse", NEW).message()).isEqualTo("Incorrect username or password.");
    assertThat(
            cognito
                .call("ChangePassword", json("AccessToken", token, "ProposedPassword", NEW))
                .message())
        .isEqualTo("Incorrect username or password.");
  }

  @Test
  void newPasswordHasToConformWithThePolicy() {
    assertThat(change(PASSWORD, "short").message())
        .isEqualTo("Password did not conform with policy: Password not long enough");
  }

  @Test
  void fivePasswordsAnHourMayBeTried() {
    for (int i = 0; i < 5; i++) {
      change("Wr0ng-horse", NEW);
    }
    assertThat(change(PASSWORD, NEW).message())
        .isEqualTo("Attempt limit exceeded, please try after some time.");
    cognito.clock.pass(Duration.ofMinutes(59));
    assertThat(change(PASSWORD, NEW).type()).isEqualTo("LimitExceededException");
  }

  @Test
  void administratorSignsAUserOutEverywhere() {
    assertThat(
            cognito
                .call("AdminUserGlobalSignOut", json("UserPoolId", POOL, "Username", EMAIL))
                .response()
                .text())
        .isEqualTo("{}");
    assertThat(cognito.call("GetUser", json("AccessToken", token)).message())
        .isEqualTo("Access Token has been revoked");
  }

  @Test
  void administratorDeletesAttributes() {
    cognito.call(
        "AdminUpdateUserAttributes",
        json(
            "UserPoolId",
            POOL,
            "Username",
            EMAIL,
            "UserAttributes",
            list(json("Name", "nickname", "Value", "J"))));
    assertThat(cognito.call("GetUser", json("AccessToken", token)).toString()).contains("nickname");

    Reply reply =
        cognito.call(
            "AdminDeleteUserAttributes",
            json("UserPoolId", POOL, "Username", EMAIL, "UserAttributeNames", list("nickname")));

    assertThat(reply.response().text()).isEqualTo("{}");
    assertThat(cognito.call("GetUser", json("AccessToken", token)).toString())
        .doesNotContain("nickname");
  }
}
