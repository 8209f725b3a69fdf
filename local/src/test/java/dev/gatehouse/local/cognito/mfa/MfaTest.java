package dev.gatehouse.local.cognito.mfa;

import static dev.gatehouse.local.cognito.TestCognito.CLIENT;
import static dev.gatehouse.local.cognito.TestCognito.EMAIL;
import static dev.gatehouse.local.cognito.TestCognito.PASSWORD;
import static dev.gatehouse.local.cognito.TestCognito.POOL;
import static dev.gatehouse.local.cognito.TestCognito.json;
import static dev.gatehouse.local.cognito.TestCognito.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.TestCognito;
import dev.gatehouse.local.cognito.TestCognito.Reply;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class MfaTest {
  private final TestCognito cognito = new TestCognito();
  private String token = "";

  @BeforeEach
  void signIn() {
    cognito.confirmed(EMAIL);
    token = cognito.signIn(EMAIL, PASSWORD).text("AuthenticationResult", "AccessToken");
  }

  private Reply configure(String mode, Object... factors) {
    JsonObject body = json(factors);
    body.addProperty("UserPoolId", POOL);
    body.addProperty("MfaConfiguration", mode);
    return cognito.call("SetUserPoolMfaConfig", body);
  }

  private Reply configureToken(String mode) {
    return configure(mode, "SoftwareTokenMfaConfiguration", json("Enabled", true));
  }

  @Test
  void poolWithSmsOnlyKeepsItsSettingAndRefusesTheSignIn() {
    String pool =
        cognito
            .call(
                "CreateUserPool",
                json(
                    "PoolName",
                    "sms",
                    "MfaConfiguration",
                    "ON",
                    "SmsConfiguration",
                    json("SnsCallerArn", "arn:aws:iam::000000000000:role/sms")))
            .text("UserPool", "Id");
    assertThat(cognito.call("DescribeUserPool", json("UserPoolId", pool)).toString())
        .contains("role/sms");
    String client =
        cognito
            .call(
                "CreateUserPoolClient",
                json(
                    "UserPoolId",
                    pool,
                    "ClientName",
                    "sms",
                    "ExplicitAuthFlows",
                    list("ALLOW_USER_PASSWORD_AUTH")))
            .text("UserPoolClient", "ClientId");
    cognito.call("AdminCreateUser", json("UserPoolId", pool, "Username", "jane"));
    cognito.call(
        "AdminSetUserPassword",
        json("UserPoolId", pool, "Username", "jane", "Password", PASSWORD, "Permanent", true));
    assertThat(cognito.signIn(client, "jane", PASSWORD).message())
        .startsWith("The local emulator sends no SMS, the only second factor of this user pool.");
  }

  private String code(String secret) {
    return TotpCodes.at(secret, cognito.clock.instant());
  }

  private String enroll() {
    String secret =
        cognito.call("AssociateSoftwareToken", json("AccessToken", token)).text("SecretCode");
    String code = code(secret);
    assertThat(verify("000000".equals(code) ? "000001" : "000000").message())
        .isEqualTo("Code mismatch");
    assertThat(verify(code).text("Status")).isEqualTo("SUCCESS");
    return secret;
  }

  private Reply verify(String code) {
    return cognito.call("VerifySoftwareToken", json("AccessToken", token, "UserCode", code));
  }

  private Reply prefer(Object... settings) {
    JsonObject body = json(settings);
    body.addProperty("AccessToken", token);
    return cognito.call("SetUserMFAPreference", body);
  }

  private Reply respond(Reply challenge, String name, Object... responses) {
    JsonObject all = json(responses);
    all.addProperty("USERNAME", EMAIL);
    return cognito.call(
        "RespondToAuthChallenge",
        json(
            "ClientId",
            CLIENT,
            "ChallengeName",
            name,
            "Session",
            challenge.text("Session"),
            "ChallengeResponses",
            all));
  }

  private void assertSignedIn(Reply reply) {
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    assertThat(reply.object("AuthenticationResult").has("RefreshToken")).isTrue();
  }

  @Test
  void configurationIsReturned() {
    assertThat(configureToken("OPTIONAL").toString())
        .isEqualTo(
            "200 {\"SoftwareTokenMfaConfiguration\":{\"Enabled\":true},"
                + "\"MfaConfiguration\":\"OPTIONAL\"}");
    assertThat(cognito.call("GetUserPoolMfaConfig", json("UserPoolId", POOL)).toString())
        .contains("\"Enabled\":true");
    assertThat(
            cognito
                .call("DescribeUserPool", json("UserPoolId", POOL))
                .text("UserPool", "MfaConfiguration"))
        .isEqualTo("OPTIONAL");
  }

  @Test
  void contradictingConfigurationIsRejected() {
    assertThat(configureToken("OFF").message())
        .isEqualTo(
            "Invalid MFA configuration given, can't turn off MFA and configure an MFA together.");
    assertThat(configure("ON").message())
        .isEqualTo(
            "Invalid MFA configuration given, can't disable all MFAs with a required or optional"
                + " configuration.");
    assertThat(configure("ON", "SmsMfaConfiguration", json()).message())
        .isEqualTo("SmsMfaConfiguration is not supported by the local emulator.");
  }

  @Test
  void enrolledUserIsAskedForACode() {
    configureToken("OPTIONAL");
    String secret = enroll();
    assertSignedIn(cognito.signIn(EMAIL, PASSWORD));

    prefer("SoftwareTokenMfaSettings", json("Enabled", true, "PreferredMfa", true));
    cognito.clock.pass(Duration.ofSeconds(60));
    Reply challenge = cognito.signIn(EMAIL, PASSWORD);
    assertThat(challenge.text("ChallengeName")).isEqualTo("SOFTWARE_TOKEN_MFA");
    Reply wrong = respond(challenge, "SOFTWARE_TOKEN_MFA", "SOFTWARE_TOKEN_MFA_CODE", "x");
    assertThat(wrong.type()).isEqualTo("CodeMismatchException");
    assertThat(wrong.message()).isEqualTo("Invalid code received for user");
    String code = code(secret);
    assertSignedIn(respond(challenge, "SOFTWARE_TOKEN_MFA", "SOFTWARE_TOKEN_MFA_CODE", code));
    Reply again = cognito.signIn(EMAIL, PASSWORD);
    assertThat(respond(again, "SOFTWARE_TOKEN_MFA", "SOFTWARE_TOKEN_MFA_CODE", code).message())
        .isEqualTo("Your software token has already been used once.");
  }

  @Test
  void preferencesAreShownAndKept() {
    configureToken("OPTIONAL");
    assertThat(
            prefer("SoftwareTokenMfaSettings", json("Enabled", true, "PreferredMfa", true))
                .message())
        .isEqualTo("User has not verified software token mfa");
    enroll();
    prefer("SoftwareTokenMfaSettings", json("Enabled", true, "PreferredMfa", true));
    cognito.restart();

    for (Reply user :
        new Reply[] {
          cognito.call("GetUser", json("AccessToken", token)),
          cognito.call("AdminGetUser", json("UserPoolId", POOL, "Username", EMAIL))
        }) {
      assertThat(user.text("PreferredMfaSetting")).isEqualTo("SOFTWARE_TOKEN_MFA");
      assertThat(user.json().getAsJsonArray("UserMFASettingList")).hasSize(1);
    }
    cognito.call(
        "AdminSetUserMFAPreference",
        json(
            "UserPoolId",
            POOL,
            "Username",
            EMAIL,
            "SoftwareTokenMfaSettings",
            json("Enabled", false)));
    assertThat(cognito.call("GetUser", json("AccessToken", token)).json().keySet())
        .containsExactly("Username", "UserAttributes");
    assertThat(prefer("SMSMfaSettings", json("Enabled", true)).message()).contains("no SMS");
  }

  @Test
  void requiredFactorIsSetUpAtSignIn() {
    configureToken("ON");
    Reply challenge = cognito.signIn(EMAIL, PASSWORD);
    assertThat(challenge.text("ChallengeName")).isEqualTo("MFA_SETUP");
    assertThat(challenge.text("ChallengeParameters", "MFAS_CAN_SETUP"))
        .isEqualTo("[\"SOFTWARE_TOKEN_MFA\"]");
    Reply associated =
        cognito.call("AssociateSoftwareToken", json("Session", challenge.text("Session")));
    assertThat(respond(associated, "MFA_SETUP").message())
        .isEqualTo("Invalid session for the user.");
    String secret = associated.text("SecretCode");
    Reply verified =
        cognito.call(
            "VerifySoftwareToken",
            json("Session", associated.text("Session"), "UserCode", code(secret)));
    assertThat(verified.text("Status")).isEqualTo("SUCCESS");
    assertSignedIn(respond(verified, "MFA_SETUP"));

    cognito.clock.pass(Duration.ofSeconds(60));
    Reply next = cognito.signIn(EMAIL, PASSWORD);
    assertThat(next.text("ChallengeName")).isEqualTo("SOFTWARE_TOKEN_MFA");
    assertSignedIn(respond(next, "SOFTWARE_TOKEN_MFA", "SOFTWARE_TOKEN_MFA_CODE", code(secret)));
  }

  @Test
  void codeIsMailed() {
    configure("ON", "EmailMfaConfiguration", json("Message", "Code {####}", "Subject", "Sign in"));
    Reply challenge = cognito.signIn(EMAIL, PASSWORD);
    assertThat(challenge.text("ChallengeName")).isEqualTo("EMAIL_OTP");
    assertThat(challenge.text("ChallengeParameters", "CODE_DELIVERY_DESTINATION"))
        .isEqualTo("J***@e***");
    assertThat(cognito.lambda.last().source()).isEqualTo("CustomMessage_Authentication");
    String code = cognito.mail.code();
    String wrong = code.equals("000000") ? "000001" : "000000";
    assertThat(respond(challenge, "EMAIL_OTP", "EMAIL_OTP_CODE", wrong).message())
        .isEqualTo("Invalid code received for user");
    assertSignedIn(respond(challenge, "EMAIL_OTP", "EMAIL_OTP_CODE", code));

    Reply late = cognito.signIn(EMAIL, PASSWORD);
    cognito.clock.pass(Duration.ofMinutes(3));
    assertThat(respond(late, "EMAIL_OTP", "EMAIL_OTP_CODE", cognito.mail.code()).message())
        .isEqualTo("Invalid session for the user, session is expired.");
  }

  @Test
  void userWithTwoFactorsChooses() {
    configure(
        "OPTIONAL",
        "SoftwareTokenMfaConfiguration",
        json("Enabled", true),
        "EmailMfaConfiguration",
        json());
    enroll();
    prefer(
        "SoftwareTokenMfaSettings",
        json("Enabled", true),
        "EmailMfaSettings",
        json("Enabled", true));
    Reply challenge = cognito.signIn(EMAIL, PASSWORD);
    assertThat(challenge.text("ChallengeName")).isEqualTo("SELECT_MFA_TYPE");
    assertThat(challenge.text("ChallengeParameters", "MFAS_CAN_CHOOSE"))
        .isEqualTo("[\"SOFTWARE_TOKEN_MFA\",\"EMAIL_OTP\"]");
    assertThat(respond(challenge, "SELECT_MFA_TYPE", "ANSWER", "SMS_MFA").type())
        .isEqualTo("InvalidParameterException");
    Reply email = respond(challenge, "SELECT_MFA_TYPE", "ANSWER", "EMAIL_OTP");
    assertThat(email.text("ChallengeName")).isEqualTo("EMAIL_OTP");
    assertSignedIn(respond(email, "EMAIL_OTP", "EMAIL_OTP_CODE", cognito.mail.code()));
  }

  @Test
  void sessionOfAnotherChallengeIsRejected() {
    configureToken("ON");
    Reply setup = cognito.signIn(EMAIL, PASSWORD);
    assertThat(respond(setup, "SOFTWARE_TOKEN_MFA", "SOFTWARE_TOKEN_MFA_CODE", "123456").message())
        .isEqualTo("Invalid session for the user.");
    assertThat(cognito.call("AssociateSoftwareToken", json("Session", "x".repeat(30))).message())
        .isEqualTo("Invalid session for the user.");
  }

  @Test
  void poolWithoutSoftwareTokensHasNoSecrets() {
    assertThat(cognito.call("AssociateSoftwareToken", json("AccessToken", token)).type())
        .isEqualTo("SoftwareTokenMFANotFoundException");
    assertThat(cognito.call("AssociateSoftwareToken", json()).type())
        .isEqualTo("InvalidParameterException");
  }
}
