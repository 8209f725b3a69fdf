package dev.gatehouse.local.cognito.signin;

import static dev.gatehouse.local.cognito.TestCognito.EMAIL;
import static dev.gatehouse.local.cognito.TestCognito.PASSWORD;
import static dev.gatehouse.local.cognito.TestCognito.POOL;
import static dev.gatehouse.local.cognito.TestCognito.json;
import static dev.gatehouse.local.cognito.TestCognito.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.TestCognito;
import dev.gatehouse.local.cognito.TestCognito.Reply;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ChoiceSignInTest {
  private final TestCognito cognito = new TestCognito(plan());
  private String client = "";

  static Plan plan() {
    Plan plan = TestCognito.plan();
    for (Resource resource : plan.resources()) {
      if (resource.name().equals("users")) {
        resource
            .inputs()
            .add("signInPolicy", json("allowedFirstAuthFactors", list("PASSWORD", "EMAIL_OTP")));
      }
    }
    return plan;
  }

  @BeforeEach
  void signUpAndCreateAClient() {
    cognito.confirmed(EMAIL);
    client =
        cognito
            .call(
                "CreateUserPoolClient",
                json(
                    "UserPoolId",
                    POOL,
                    "ClientName",
                    "choice",
                    "PreventUserExistenceErrors",
                    "ENABLED",
                    "ExplicitAuthFlows",
                    list("ALLOW_USER_AUTH")))
            .text("UserPoolClient", "ClientId");
  }

  private Reply start(Object... parameters) {
    JsonObject all = json(parameters);
    if (!all.has("USERNAME")) {
      all.addProperty("USERNAME", EMAIL);
    }
    return cognito.call(
        "InitiateAuth", json("ClientId", client, "AuthFlow", "USER_AUTH", "AuthParameters", all));
  }

  private Reply respond(Reply challenge, String name, Object... responses) {
    JsonObject all = json(responses);
    all.addProperty("USERNAME", EMAIL);
    return cognito.call(
        "RespondToAuthChallenge",
        json(
            "ClientId",
            client,
            "ChallengeName",
            name,
            "Session",
            challenge.text("Session"),
            "ChallengeResponses",
            all));
  }

  private static void assertSignedIn(Reply reply) {
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    assertThat(reply.object("AuthenticationResult").has("AccessToken")).isTrue();
  }

  @Test
  void userChoosesAFactor() {
    Reply select = start();
    assertThat(select.text("ChallengeName")).isEqualTo("SELECT_CHALLENGE");
    assertThat(select.json().getAsJsonArray("AvailableChallenges").toString())
        .isEqualTo("[\"PASSWORD\",\"PASSWORD_SRP\",\"EMAIL_OTP\"]");
    assertThat(respond(select, "SELECT_CHALLENGE", "ANSWER", "WEB_AUTHN").type())
        .isEqualTo("InvalidParameterException");
    assertSignedIn(respond(select, "SELECT_CHALLENGE", "ANSWER", "PASSWORD", "PASSWORD", PASSWORD));
  }

  @Test
  void codeByEmailIsEnough() {
    Reply challenge = start("PREFERRED_CHALLENGE", "EMAIL_OTP");
    assertThat(challenge.text("ChallengeName")).isEqualTo("EMAIL_OTP");
    assertSignedIn(respond(challenge, "EMAIL_OTP", "EMAIL_OTP_CODE", cognito.mail.code()));
  }

  @Test
  void passwordMayBeSentAtOnceOrAskedFor() {
    assertSignedIn(start("PREFERRED_CHALLENGE", "PASSWORD", "PASSWORD", PASSWORD));
    Reply challenge = start("PREFERRED_CHALLENGE", "PASSWORD");
    assertThat(challenge.text("ChallengeName")).isEqualTo("PASSWORD");
    assertThat(respond(challenge, "PASSWORD", "PASSWORD", "Wr0ng-horse").message())
        .isEqualTo("Incorrect username or password.");
    assertSignedIn(respond(challenge, "PASSWORD", "PASSWORD", PASSWORD));
  }

  @Test
  void srpMayBePreferredOrChosen() {
    SrpClient srp = new SrpClient(POOL, PASSWORD);
    Reply preferred = start("PREFERRED_CHALLENGE", "PASSWORD_SRP", "SRP_A", srp.publicValue());
    Reply chosen =
        respond(start(), "SELECT_CHALLENGE", "ANSWER", "PASSWORD_SRP", "SRP_A", srp.publicValue());
    for (Reply challenge : new Reply[] {preferred, chosen}) {
      assertThat(challenge.text("ChallengeName")).isEqualTo("PASSWORD_VERIFIER");
      assertSignedIn(
          cognito.call(
              "RespondToAuthChallenge",
              json(
                  "ClientId",
                  client,
                  "ChallengeName",
                  "PASSWORD_VERIFIER",
                  "ChallengeResponses",
                  srp.responses(challenge.object("ChallengeParameters")))));
    }
  }

  @Test
  void unknownUserHasPasswordsToChooseFrom() {
    Reply select = start("USERNAME", "nobody@example.com", "PREFERRED_CHALLENGE", "EMAIL_OTP");
    assertThat(select.text("ChallengeName")).isEqualTo("SELECT_CHALLENGE");
    assertThat(cognito.mail.mails).hasSize(1);
    assertThat(
            start(
                    "USERNAME",
                    "nobody@example.com",
                    "PREFERRED_CHALLENGE",
                    "PASSWORD",
                    "PASSWORD",
                    PASSWORD)
                .message())
        .isEqualTo("Incorrect username or password.");
  }
}
