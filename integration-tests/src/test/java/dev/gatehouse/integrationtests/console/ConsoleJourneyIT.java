package dev.gatehouse.integrationtests.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.integrationtests.clients.SignUpUser;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import dev.gatehouse.integrationtests.emulator.WithLocalEmulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The way of a user through the console, from the sign-up to the tokens. */
@WithLocalEmulator
class ConsoleJourneyIT {
  private final ConsoleBrowser browser;
  private final SignUpUser user = SignUpUser.create();

  ConsoleJourneyIT(LocalEmulator emulator) {
    this.browser = new ConsoleBrowser(emulator);
  }

  @AfterEach
  void closeTheBrowser() {
    browser.close();
  }

  @Test
  void userIsSignedUpConfirmedAndSignedIn() {
    browser.open("/");
    assertThat(browser.text("#user-pool")).startsWith("us-east-1_");
    browser.type("E-mail address", user.email());
    browser.press("Sign up");

    assertThat(browser.text("h1")).isEqualTo(user.email());
    assertThat(browser.text("#status")).isEqualTo("UNCONFIRMED");
    browser.follow(".rows a", "verification code");
    assertThat(browser.text(".copy code")).matches("\\d{6}");
    assertThat(browser.texts(".rows a"))
        .as("what sent the mail, newest first")
        .satisfiesExactly(
            step -> assertThat(step).contains("custom-message"),
            step -> assertThat(step).contains("pre-sign-up"),
            step -> assertThat(step).contains("cognito-idp SignUp"),
            step -> assertThat(step).contains("api"),
            step -> assertThat(step).contains("POST /user 202"));

    browser.follow("p a", "User " + user.email());
    browser.press("Confirm");
    assertThat(browser.text(".notice")).isEqualTo("The user is confirmed.");
    assertThat(browser.text("#status")).isEqualTo("CONFIRMED");
    assertThat(browser.texts(".differs")).isEmpty();
    browser.press("Sign in as this user");
    assertThat(browser.texts("pre")).anyMatch(text -> text.contains("\"token_use\": \"access\""));
  }

  @Test
  void refusalIsAnAnswerWithItsCode() {
    browser.open("/");
    browser.type("E-mail address", "jane..doe@example.com");
    browser.press("Sign up");
    assertThat(browser.text(".problem"))
        .isEqualTo("422 EMAIL_INVALID: Enter a valid email address");

    browser.open("/_gatehouse/console/calls");
    assertThat(browser.find(".rows .refusal").getText()).isEqualTo("EMAIL_INVALID");
    browser.open("/_gatehouse/console/requests");
    browser.follow(".rows a", "POST /user 422 EMAIL_INVALID");
    assertThat(browser.text("#request-body")).contains("jane..doe@example.com", "(masked)");
    assertThat(browser.text("#request-body")).doesNotContain("Correct-horse-9");
  }
}
