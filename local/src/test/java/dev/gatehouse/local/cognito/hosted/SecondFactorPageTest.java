package dev.gatehouse.local.cognito.hosted;

import static dev.gatehouse.local.cognito.TestCognito.EMAIL;
import static dev.gatehouse.local.cognito.TestCognito.PASSWORD;
import static dev.gatehouse.local.cognito.TestCognito.POOL;
import static dev.gatehouse.local.cognito.TestCognito.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.TestCognito;
import dev.gatehouse.local.cognito.TestCognito.Reply;
import dev.gatehouse.local.cognito.mfa.TotpCodes;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Hosted sign-in of users with a second factor. */
class SecondFactorPageTest {
  private static final JsonObject MAIL = json("Subject", "Code", "Message", "Code {####}");

  private final TestCognito cognito = new TestCognito(PlanWithDomain.plan());
  private final TestBrowser browser = new TestBrowser(cognito);

  private void configure(String mode, boolean app, boolean mail) {
    JsonObject settings = json("UserPoolId", POOL, "MfaConfiguration", mode);
    settings.add("SoftwareTokenMfaConfiguration", json("Enabled", app));
    if (mail) {
      settings.add("EmailMfaConfiguration", MAIL);
    }
    Reply reply = cognito.call("SetUserPoolMfaConfig", settings);
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
  }

  private String code(String secret) {
    return TotpCodes.at(secret, cognito.clock.instant());
  }

  private String enroll() {
    String token = cognito.signIn(EMAIL, PASSWORD).text("AuthenticationResult", "AccessToken");
    String secret =
        cognito.call("AssociateSoftwareToken", json("AccessToken", token)).text("SecretCode");
    cognito.call("VerifySoftwareToken", json("AccessToken", token, "UserCode", code(secret)));
    cognito.call(
        "SetUserMFAPreference",
        json("AccessToken", token, "SoftwareTokenMfaSettings", json("Enabled", true)));
    cognito.clock.pass(Duration.ofMinutes(1));
    return secret;
  }

  private void enterPassword() {
    browser.get(TestBrowser.address("/login"));
    browser.submit("username", EMAIL, "password", PASSWORD);
  }

  private void assertSignedIn() {
    assertThat(browser.location()).startsWith(PlanWithDomain.CALLBACK);
    assertThat(browser.locationParameter("code")).isNotEmpty();
  }

  @Test
  void codeOfTheAuthenticatorAppSignsIn() {
    cognito.confirmed(EMAIL);
    configure("OPTIONAL", true, false);
    String secret = enroll();
    enterPassword();
    assertThat(browser.title()).isEqualTo("Enter the code");
    String code = code(secret);
    browser.submit("code", code.equals("000000") ? "000001" : "000000");
    assertThat(browser.problem()).isEqualTo("Invalid code received for user");
    browser.submit("code", code);
    assertSignedIn();
  }

  @Test
  void codeFromTheMailSignsIn() {
    cognito.confirmed(EMAIL);
    configure("ON", false, true);
    enterPassword();
    assertThat(browser.html()).contains("We sent a code to J***@e***.");
    browser.submit("code", cognito.mail.code());
    assertSignedIn();
  }

  @Test
  void userWithTwoFactorsChooses() {
    cognito.confirmed(EMAIL);
    configure("OPTIONAL", true, true);
    String secret = enroll();
    configure("ON", true, true);
    enterPassword();
    assertThat(browser.title()).isEqualTo("Choose how to sign in");
    assertThat(browser.html()).contains("Send a code by e-mail");
    browser.submit();
    browser.submit("code", code(secret));
    assertSignedIn();
  }

  @Test
  void userWithoutAFactorSetsOneUp() {
    cognito.confirmed(EMAIL);
    configure("ON", true, false);
    enterPassword();
    assertThat(browser.title()).isEqualTo("Set up an authenticator app");
    Matcher secret = Pattern.compile("app: ([A-Z2-7]+)").matcher(browser.html());
    assertThat(secret.find()).isTrue();
    browser.submit("code", code(secret.group(1)));
    assertSignedIn();
    cognito.clock.pass(Duration.ofMinutes(1));
    browser.cookies.clear();
    enterPassword();
    browser.submit("code", code(secret.group(1)));
    assertSignedIn();
  }

  @Test
  void temporaryPasswordIsReplacedBeforeTheSecondFactor() {
    cognito.call(
        "AdminCreateUser",
        json(
            "UserPoolId",
            POOL,
            "Username",
            EMAIL,
            "TemporaryPassword",
            "Temp0rary-1",
            "UserAttributes",
            TestCognito.list(json("Name", "email_verified", "Value", "true"))));
    configure("ON", false, true);
    browser.get(TestBrowser.address("/login"));
    browser.submit("username", EMAIL, "password", "Temp0rary-1");
    assertThat(browser.title()).isEqualTo("Choose a password");
    browser.submit("password", PASSWORD);
    assertThat(browser.title()).isEqualTo("Enter the code");
    browser.submit("code", cognito.mail.code());
    assertSignedIn();
  }

  @Test
  void stateOfAnotherUserDoesNotSignIn() {
    cognito.confirmed(EMAIL);
    cognito.confirmed("joan@example.com");
    configure("ON", false, true);
    enterPassword();
    browser.submit("username", "joan@example.com", "code", cognito.mail.code());
    assertThat(browser.problem()).isEqualTo("Invalid session for the user.");
  }
}
