package dev.gatehouse.local.cognito.hosted;

import static dev.gatehouse.local.cognito.TestCognito.EMAIL;
import static dev.gatehouse.local.cognito.TestCognito.PASSWORD;
import static dev.gatehouse.local.cognito.TestCognito.POOL;
import static dev.gatehouse.local.cognito.TestCognito.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.cognito.TestCognito;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.lambda.invoke.InvocationResult;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class HostedPagesTest {
  private final TestCognito cognito = new TestCognito(PlanWithDomain.plan());
  private final TestBrowser browser = new TestBrowser(cognito);

  private void signUp() {
    browser.get(TestBrowser.address("/signup", "state", "s&1"));
    browser.submit("username", EMAIL, "password", PASSWORD);
  }

  private void signIn(String password) {
    browser.get(TestBrowser.address("/login"));
    browser.submit("username", EMAIL, "password", password);
  }

  @Test
  void signUpWithTheCodeRedirectsToTheClient() {
    signUp();
    assertThat(browser.title()).isEqualTo("Confirm your address");
    assertThat(browser.html()).contains("J***@e***").doesNotContain(EMAIL);
    browser.submit("code", cognito.mail.code());

    assertThat(browser.location()).startsWith(PlanWithDomain.CALLBACK + "&code=");
    assertThat(browser.locationParameter("state")).isEqualTo("s&1");
  }

  @Test
  void triggersFireAsThroughTheApi() {
    signUp();
    browser.submit("code", cognito.mail.code());

    assertThat(cognito.lambda.sources())
        .containsExactly(
            "PreSignUp_SignUp", "CustomMessage_SignUp", "PostConfirmation_ConfirmSignUp");
  }

  @Test
  void rejectionByATriggerIsShownAboveTheForm() {
    cognito.lambda.respond(
        "pre-sign-up",
        new InvocationResult.Failed("Addresses of <b>example.com</b> may not", "{}"));
    signUp();

    assertThat(browser.problem())
        .isEqualTo("PreSignUp failed with error Addresses of <b>example.com</b> may not.");
    assertThat(browser.html()).contains(EMAIL).doesNotContain(PASSWORD, "<b>");
  }

  @Test
  void submittedValuesAreEscaped() {
    browser.get(TestBrowser.address("/login", "state", "\"><script>alert(1)</script>"));
    browser.submit("username", "\"><img src=x>@example.com", "password", PASSWORD);

    assertThat(browser.problem()).isEqualTo("Incorrect username or password.");
    assertThat(browser.html()).doesNotContain("<img", "<script");
  }

  @Test
  void newCodeReplacesTheOld() {
    signUp();
    String old = cognito.mail.code();
    String csrf = browser.html().replaceAll("(?s).*?name=\"_csrf\" value=\"([^\"]*)\".*", "$1");
    browser.post(TestBrowser.address("/resendcode"), Map.of("_csrf", csrf));
    assertThat(browser.html()).contains("A new code is on its way to J***@e***.");
    browser.submit("code", old.equals(cognito.mail.code()) ? "000000" : old);
    assertThat(browser.problem()).contains("Invalid verification code");
    browser.submit("code", cognito.mail.code());

    assertThat(browser.location()).startsWith(PlanWithDomain.CALLBACK);
  }

  @Test
  void codeWithoutASessionConfirmsButDoesNotSignIn() {
    cognito.signUp(EMAIL);
    browser.get(TestBrowser.address("/confirmUser"));
    browser.submit("username", EMAIL, "code", cognito.mail.code());

    assertThat(browser.title()).isEqualTo("Sign in");
    assertThat(browser.html()).contains("Your address is confirmed.");
    assertThat(browser.cookies).doesNotContainKey("cognito");
  }

  @Test
  void unconfirmedUserContinuesWithConfirmation() {
    cognito.signUp(EMAIL);
    signIn(PASSWORD);
    assertThat(browser.title()).isEqualTo("Confirm your address");
    browser.submit("code", cognito.mail.code());

    assertThat(browser.location()).startsWith(PlanWithDomain.CALLBACK);
  }

  @Test
  void forgottenPasswordIsResetByEmail() {
    cognito.confirmed(EMAIL);
    browser.get(TestBrowser.address("/forgotPassword"));
    browser.submit("username", EMAIL);
    assertThat(browser.title()).isEqualTo("Set a new password");
    browser.submit("code", cognito.mail.code(), "password", "weak");
    assertThat(browser.problem()).contains("Password did not conform with policy");
    browser.submit("code", cognito.mail.code(), "password", "N3w-password");
    assertThat(browser.html()).contains("Your password is set.");
    browser.submit("username", EMAIL, "password", "N3w-password");

    assertThat(browser.location()).startsWith(PlanWithDomain.CALLBACK);
  }

  @Test
  void unknownUserSeesTheSamePages() {
    browser.get(TestBrowser.address("/forgotPassword"));
    browser.submit("username", "unknown@example.com");

    assertThat(browser.title()).isEqualTo("Set a new password");
    assertThat(browser.html()).contains("u***@e***");
    assertThat(cognito.mail.mails).isEmpty();
  }

  @Test
  void temporaryPasswordMustBeReplaced() {
    cognito.call(
        "AdminCreateUser",
        json("UserPoolId", POOL, "Username", EMAIL, "TemporaryPassword", "T3mporary-one"));
    signIn("T3mporary-one");
    assertThat(browser.title()).isEqualTo("Choose a password");
    browser.submit("password", "short");
    assertThat(browser.problem()).contains("not long enough");
    browser.submit("password", PASSWORD);

    assertThat(browser.location()).startsWith(PlanWithDomain.CALLBACK);
    assertThat(cognito.signIn(EMAIL, PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void lockoutCountsWrongPasswordsOfPagesAndApi() {
    cognito.confirmed(EMAIL);
    for (int i = 0; i < 5; i++) {
      signIn("Wr0ng-password");
    }

    assertThat(cognito.signIn(EMAIL, PASSWORD).message()).isEqualTo("Password attempts exceeded");
  }

  @Test
  void browserStaysSignedInForAnHour() {
    cognito.confirmed(EMAIL);
    signIn(PASSWORD);
    browser.get(TestBrowser.address("/oauth2/authorize"));
    assertThat(browser.location()).startsWith(PlanWithDomain.CALLBACK + "&code=");
    browser.get(TestBrowser.address("/oauth2/authorize", "prompt", "login"));
    assertThat(browser.title()).isEqualTo("Sign in");
    cognito.clock.pass(Duration.ofMinutes(61));
    browser.get(TestBrowser.address("/oauth2/authorize"));
    assertThat(browser.title()).isEqualTo("Sign in");
    browser.get(TestBrowser.address("/oauth2/authorize", "prompt", "none"));

    assertThat(browser.locationParameter("error")).isEqualTo("login_required");
  }

  @Test
  void logoutEndsTheSession() {
    cognito.confirmed(EMAIL);
    signIn(PASSWORD);
    Map<String, String> before = Map.copyOf(browser.cookies);
    browser.get(TestBrowser.address("/logout", "logout_uri", PlanWithDomain.LOGOUT));
    assertThat(browser.location()).isEqualTo(PlanWithDomain.LOGOUT);
    // The old cookie is invalid too.
    browser.cookies.putAll(before);
    browser.get(TestBrowser.address("/oauth2/authorize"));

    assertThat(browser.title()).isEqualTo("Sign in");
  }

  @Test
  void logoutMayRedirectToSignIn() {
    browser.get(TestBrowser.address("/logout", "state", "s"));
    assertThat(browser.title()).isEqualTo("Sign in");
    browser.get(TestBrowser.address("/logout", "logout_uri", "https://elsewhere.example.com"));

    assertThat(browser.html()).contains("redirect_mismatch");
  }

  @Test
  void formWithoutAValidCsrfTokenIsRejected() {
    Response answer =
        browser.post(
            TestBrowser.address("/signup"), Map.of("username", EMAIL, "password", PASSWORD));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(browser.problem()).isEqualTo("This form was too old. Please try again.");
    assertThat(cognito.lambda.invocations).isEmpty();
  }

  @Test
  void cookiesAreHttpOnlyAndSameSite() {
    cognito.confirmed(EMAIL);
    browser.get(TestBrowser.address("/login"));
    assertThat(browser.last).isNotNull();
    Response answer = browser.submit("username", EMAIL, "password", PASSWORD);

    assertThat(answer.headers().get("Set-Cookie"))
        .singleElement()
        .asString()
        .matches("cognito=[0-9a-f-]{36}; Path=/; HttpOnly; SameSite=Lax");
  }

  @Test
  void fieldsHaveAutocompleteValues() {
    browser.get(TestBrowser.address("/login"));
    assertThat(browser.html())
        .contains("autocomplete=\"email\"", "autocomplete=\"current-password\"");
    browser.get(TestBrowser.address("/signup"));
    assertThat(browser.html())
        .contains("autocomplete=\"new-password\"", "At least 8 characters", "<label for=");
    browser.get(TestBrowser.address("/confirmUser"));
    assertThat(browser.html()).contains("autocomplete=\"one-time-code\"");
  }

  @Test
  void requiredAttributesAreFields() {
    TestCognito plain = new TestCognito(PlanWithDomain.withTwoDomains());
    TestBrowser elsewhere = new TestBrowser(plain);
    elsewhere.get(TestBrowser.address("/signup", "client_id", TestCognito.PLAIN));
    assertThat(elsewhere.html()).contains("User name", "Nickname").doesNotContain("E-mail");
    elsewhere.submit("username", "jane", "password", PASSWORD);
    assertThat(elsewhere.problem()).contains("nickname: The attribute is required");
    elsewhere.submit("username", "jane", "requiredAttributes[nickname]", "J", "password", PASSWORD);

    assertThat(elsewhere.title()).isEqualTo("Confirm your address");
  }

  @Test
  void pagesRunNoScriptAndAreNotFramed() {
    Response answer = browser.get(TestBrowser.address("/login"));

    assertThat(answer.headers().get("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains("default-src 'none'", "frame-ancestors 'none'")
        .doesNotContain("script");
    assertThat(browser.html()).doesNotContain("<script");
  }

  private void restart() {
    cognito.cognito = cognito.start(PlanWithDomain.plan());
  }

  @Test
  void browserIsStillSignedInAfterARestart() {
    cognito.confirmed(EMAIL);
    signIn(PASSWORD);
    restart();

    browser.get(TestBrowser.address("/oauth2/authorize"));
    assertThat(browser.location()).startsWith(PlanWithDomain.CALLBACK + "&code=");
  }

  @Test
  void formOfThePreviousRunIsAccepted() {
    cognito.confirmed(EMAIL);
    browser.get(TestBrowser.address("/login"));
    restart();
    browser.submit("username", EMAIL, "password", PASSWORD);

    assertThat(browser.location()).startsWith(PlanWithDomain.CALLBACK + "&code=");
  }

  @Test
  void signedOutBrowserStaysSignedOutAfterARestart() {
    cognito.confirmed(EMAIL);
    signIn(PASSWORD);
    browser.get("/logout?client_id=" + TestCognito.CLIENT + "&logout_uri=" + PlanWithDomain.LOGOUT);
    restart();

    browser.get(TestBrowser.address("/oauth2/authorize"));
    assertThat(browser.title()).isEqualTo("Sign in");
  }
}
