package dev.gatehouse.integrationtests.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.integrationtests.clients.TextResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;

/** The actions of the console. */
@Tag("extended")
class ConsoleActionsIT extends ConsoleFixture {
  @Test
  void administratorActsOnAUser() {
    String page = signUp();
    String first = code();
    browser.open(page);
    browser.press("Resend the code");
    assertThat(browser.text(".notice")).isEqualTo("Another code is sent.");
    assertThat(code()).isNotEqualTo(first);
    browser.press("Expire the code");
    TextResponse expired = api.validate(user, code());
    assertThat(expired.status()).as(expired.body()).isEqualTo(400);
    browser.press("Confirm");
    browser.type("New password", "Another-horse-8");
    browser.press("Set the password");
    assertThat(browser.text(".notice")).isEqualTo("The password is set.");
    browser.press("Disable");
    assertThat(browser.text("#status")).isEqualTo("CONFIRMED, disabled");
    browser.press("Enable");
    browser.press("Reset the password");
    assertThat(browser.text(".problem"))
        .as("an administrator's confirmation does not verify the address")
        .startsWith("InvalidParameterException: Cannot reset password");
    browser.find(".danger summary").click();
    browser.press("Delete in Cognito");
    assertThat(browser.text(".notice")).isEqualTo("The user is deleted in Cognito.");
    browser.follow("[aria-labelledby=orphans-title] a", user.email());
    assertThat(browser.text("main p")).contains("is gone from Cognito");
  }

  @Test
  void differenceBetweenUserAndRowIsMarked() {
    String page = signUp();
    control.send("POST", "users/%s/confirm".formatted(user.email()), "");
    control.updateUser(user, "given_name", "Joe");
    browser.open(page);
    assertThat(browser.texts(".differs")).anyMatch(row -> row.contains("given_name Joe"));
  }

  @Test
  void functionCallIsShownWholeAndReplayedWithAnEditedEvent() {
    signUp();
    browser.open("/_gatehouse/console/calls?search=pre-sign-up");
    browser.follow(".rows a", "PreSignUp_SignUp");
    assertThat(browser.text("#outcome")).isEqualTo("succeeded");
    assertThat(browser.text("#log")).contains("START RequestId", "REPORT RequestId");
    assertThat(browser.texts("dt")).contains("EMAIL_SPECIAL_USE");
    assertThat(browser.text("dd a")).isEqualTo(user.email());
    WebElement event = browser.field("The event");
    String edited =
        String.valueOf(event.getDomProperty("value")).replace(user.email(), "no..body@example.com");
    browser.driver().executeScript("arguments[0].value = arguments[1]", event, edited);
    browser.press("Replay");
    assertThat(browser.text("#outcome")).isEqualTo("EMAIL_INVALID");
    assertThat(browser.texts("dd")).contains("replay of PreSignUp_SignUp");
  }

  @Test
  void replayOfAnApiRequestSendsItsMaskedPasswordAgain() {
    signUp();
    browser.open("/_gatehouse/console/calls?search=" + user.email());
    browser.follow(".rows a", "POST /user");
    assertThat(browser.field("The event").getDomProperty("value"))
        .contains("(masked)")
        .doesNotContain(user.password());
    browser.press("Replay");
    assertThat(browser.text("#response")).contains("\"statusCode\": 409");
  }

  @Test
  void faultIsSwitchedOnSeenAndSwitchedOff() {
    browser.open("/_gatehouse/console/faults");
    assertThat(browser.text(".empty")).isEqualTo("No fault is switched on.");
    browser.type("Operation of a service", "SignUp");
    browser.type("Error", "throttling");
    browser.press("Switch on");
    assertThat(browser.text("tbody tr")).isEqualTo("cognito-idp SignUp error throttling 100 % 0");
    assertThat(api.signUp(user).status()).isEqualTo(429);
    browser.open("/_gatehouse/console/aws-requests");
    assertThat(browser.texts(".rows a"))
        .anyMatch(row -> row.contains("cognito-idp SignUp 400 TooManyRequestsException"));
    browser.open("/_gatehouse/console/faults");
    browser.press("Switch all off");
    assertThat(browser.text(".notice")).isEqualTo("Every fault is switched off.");
    signUp();
  }

  @Test
  void clockMovesByADay() {
    String page = signUp();
    browser.open("/");
    browser.press("+24h");
    assertThat(browser.text("[aria-labelledby=clock-title]")).contains("ahead by 1 d");
    assertThat(api.validate(user, code()).status()).as("the code has expired").isEqualTo(400);
    browser.open(page);
    assertThat(browser.text("#status")).isEqualTo("UNCONFIRMED");
  }

  @Test
  void tokenIsDecodedAndJudged() {
    signUp();
    control.send("POST", "users/%s/confirm".formatted(user.email()), "");
    JsonObject tokens = control.send("POST", "users/%s/sign-in".formatted(user.email()), "").json();
    browser.open("/_gatehouse/console/tokens");
    browser.type("Token", tokens.get("AccessToken").getAsString());
    browser.press("Decode");
    assertThat(browser.text("main .good")).contains("Signed by a user pool", "Expires in");
    assertThat(browser.text("pre")).contains("\"client_id\"");
    browser.type("Token", "no token");
    browser.press("Decode");
    assertThat(browser.text(".problem")).contains("This is no token");
  }

  @Test
  void failedCallStandsOut() {
    signUp();
    browser.open("/_gatehouse/console/calls?search=" + user.email());
    browser.follow(".rows a", "PreSignUp_SignUp");
    WebElement event = browser.field("The event");
    browser.driver().executeScript("arguments[0].value = '[]'", event);
    browser.press("Replay");
    WebElement outcome = browser.find("#outcome .bad");
    assertThat(outcome.getText()).isEqualTo("failed");
    assertThat(outcome.getCssValue("background-color")).isNotEqualTo("rgba(0, 0, 0, 0)");
  }
}
