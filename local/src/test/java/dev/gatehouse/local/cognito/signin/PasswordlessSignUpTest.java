package dev.gatehouse.local.cognito.signin;

import static dev.gatehouse.local.cognito.TestCognito.json;
import static dev.gatehouse.local.cognito.TestCognito.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.TestCognito;
import dev.gatehouse.local.cognito.TestCognito.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sign-up without a password, and the sign-in right after the confirmation. */
class PasswordlessSignUpTest {
  private static final String JOAN = "joan@example.com";

  private final TestCognito cognito = new TestCognito(ChoiceSignInTest.plan());
  private String client = "";

  @BeforeEach
  void createClient() {
    client =
        cognito
            .call(
                "CreateUserPoolClient",
                json(
                    "UserPoolId",
                    TestCognito.POOL,
                    "ClientName",
                    "passwordless",
                    "ExplicitAuthFlows",
                    list("ALLOW_USER_AUTH")))
            .text("UserPoolClient", "ClientId");
  }

  private Reply signUp() {
    return cognito.call("SignUp", json("ClientId", client, "Username", JOAN));
  }

  private Reply confirm(JsonObject more) {
    more.addProperty("ClientId", client);
    more.addProperty("Username", JOAN);
    more.addProperty("ConfirmationCode", cognito.mail.code());
    return cognito.call("ConfirmSignUp", more);
  }

  private Reply start(JsonObject more, Object... parameters) {
    JsonObject all = json(parameters);
    all.addProperty("USERNAME", JOAN);
    more.addProperty("ClientId", client);
    more.addProperty("AuthFlow", "USER_AUTH");
    more.add("AuthParameters", all);
    return cognito.call("InitiateAuth", more);
  }

  @Test
  void userWithoutPasswordSignsInByCode() {
    assertThat(signUp().status()).isEqualTo(200);
    confirm(json());

    Reply choice = start(json());
    assertThat(choice.json().get("AvailableChallenges")).isEqualTo(list("EMAIL_OTP"));
    Reply challenge = start(json(), "PREFERRED_CHALLENGE", "EMAIL_OTP");
    Reply reply =
        cognito.call(
            "RespondToAuthChallenge",
            json(
                "ClientId",
                client,
                "ChallengeName",
                "EMAIL_OTP",
                "Session",
                challenge.text("Session"),
                "ChallengeResponses",
                json("USERNAME", JOAN, "EMAIL_OTP_CODE", cognito.mail.code())));
    assertThat(reply.object("AuthenticationResult").has("AccessToken")).isTrue();
  }

  @Test
  void noPasswordSignsTheUserIn() {
    signUp();
    confirm(json());
    for (String password : new String[] {"null", "Corr3ct-horse"}) {
      assertThat(cognito.signIn(JOAN, password).message())
          .isEqualTo("Incorrect username or password.");
    }
  }

  @Test
  void sessionOfTheConfirmationSignsInOnce() {
    String signedUp = signUp().text("Session");
    assertThat(start(json("Session", signedUp)).type()).isEqualTo("UserNotConfirmedException");
    String confirmed = confirm(json("Session", signedUp)).text("Session");

    Reply reply = start(json("Session", confirmed));
    assertThat(reply.object("AuthenticationResult").has("AccessToken")).isTrue();
    assertThat(start(json("Session", confirmed)).type()).isEqualTo("NotAuthorizedException");
  }

  @Test
  void anotherSessionConfirmsNobody() {
    signUp();
    String other =
        cognito
            .call("SignUp", json("ClientId", client, "Username", "jane@example.com"))
            .text("Session");
    for (String session : new String[] {other, "x".repeat(30)}) {
      assertThat(confirm(json("Session", session)).message())
          .isEqualTo("Invalid session for the user.");
    }
    assertThat(
            cognito
                .call("AdminGetUser", json("UserPoolId", TestCognito.POOL, "Username", JOAN))
                .text("UserStatus"))
        .isEqualTo("UNCONFIRMED");
  }

  @Test
  void sessionOfTheSignUpAloneDoesNotSignIn() {
    String signedUp = signUp().text("Session");
    confirm(json());
    assertThat(start(json("Session", signedUp)).type()).isEqualTo("NotAuthorizedException");
  }

  @Test
  void poolOfPasswordsRequiresOne() {
    TestCognito passwords = new TestCognito();
    assertThat(
            passwords
                .call("SignUp", json("ClientId", TestCognito.CLIENT, "Username", JOAN))
                .message())
        .isEqualTo(
            "1 validation error detected: Value at 'password' failed to satisfy constraint: Member"
                + " must not be null");
  }
}
