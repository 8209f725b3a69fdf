package dev.gatehouse.local.cognito.signin;

import static dev.gatehouse.local.cognito.TestCognito.EMAIL;
import static dev.gatehouse.local.cognito.TestCognito.PASSWORD;
import static dev.gatehouse.local.cognito.TestCognito.POOL;
import static dev.gatehouse.local.cognito.TestCognito.json;
import static dev.gatehouse.local.cognito.TestCognito.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.TestCognito;
import dev.gatehouse.local.cognito.TestCognito.Reply;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CustomSignInTest {
  private static final String ARN =
      "arn:aws:lambda:us-east-1:000000000000:function:gatehouse-local-";

  private final TestCognito cognito = new TestCognito(plan());
  private String client = "";

  private static Plan plan() {
    Plan plan = TestCognito.plan();
    for (Resource resource : plan.resources()) {
      if (resource.name().equals("users")) {
        JsonObject functions = resource.inputs().getAsJsonObject("lambdaConfig");
        for (String name :
            List.of("defineAuthChallenge", "createAuthChallenge", "verifyAuthChallengeResponse")) {
          functions.addProperty(name, ARN + name + ":live");
        }
      }
    }
    return plan;
  }

  /** Answers as a pool whose users have to know a word, with three attempts. */
  @BeforeEach
  void answerAsThePoolsFunctions() {
    cognito.confirmed(EMAIL);
    client =
        cognito
            .call(
                "CreateUserPoolClient",
                json(
                    "UserPoolId",
                    POOL,
                    "ClientName",
                    "custom",
                    "PreventUserExistenceErrors",
                    "ENABLED",
                    "ExplicitAuthFlows",
                    list("ALLOW_CUSTOM_AUTH")))
            .text("UserPoolClient", "ClientId");
    cognito.lambda.changeEvent("defineAuthChallenge", CustomSignInTest::define);
    cognito.lambda.changeResponse(
        "createAuthChallenge",
        response -> {
          response.add("publicChallengeParameters", json("hint", "a color"));
          response.add("privateChallengeParameters", json("word", "blue"));
          response.addProperty("challengeMetadata", "WORD");
        });
    cognito.lambda.changeEvent(
        "verifyAuthChallengeResponse",
        event -> {
          JsonObject request = event.getAsJsonObject("request");
          boolean right =
              request
                  .getAsJsonObject("privateChallengeParameters")
                  .get("word")
                  .equals(request.get("challengeAnswer"));
          event.getAsJsonObject("response").addProperty("answerCorrect", right);
          return event;
        });
  }

  private static JsonObject define(JsonObject event) {
    JsonArray session = event.getAsJsonObject("request").getAsJsonArray("session");
    JsonObject response = event.getAsJsonObject("response");
    JsonObject last =
        session.isEmpty()
            ? json("challengeName", "", "challengeResult", false)
            : session.get(session.size() - 1).getAsJsonObject();
    String name = last.get("challengeName").getAsString();
    if (name.equals("SRP_A")) {
      response.addProperty("challengeName", "PASSWORD_VERIFIER");
    } else if (name.equals("CUSTOM_CHALLENGE") && last.get("challengeResult").getAsBoolean()) {
      response.addProperty("issueTokens", true);
    } else if (session.size() >= 3) {
      response.addProperty("failAuthentication", true);
    } else {
      response.addProperty("challengeName", "CUSTOM_CHALLENGE");
    }
    return event;
  }

  private Reply start(Object... parameters) {
    return cognito.call(
        "InitiateAuth",
        json("ClientId", client, "AuthFlow", "CUSTOM_AUTH", "AuthParameters", json(parameters)));
  }

  private Reply respond(String challenge, String session, JsonObject responses) {
    JsonObject body =
        json("ClientId", client, "ChallengeName", challenge, "ChallengeResponses", responses);
    if (!session.isEmpty()) {
      body.addProperty("Session", session);
    }
    return cognito.call("RespondToAuthChallenge", body);
  }

  private Reply answer(Reply challenge, String answer) {
    return respond(
        "CUSTOM_CHALLENGE", challenge.text("Session"), json("USERNAME", EMAIL, "ANSWER", answer));
  }

  @Test
  void rightAnswerSignsIn() {
    Reply challenge = start("USERNAME", EMAIL);
    assertThat(challenge.text("ChallengeName")).isEqualTo("CUSTOM_CHALLENGE");
    assertThat(challenge.text("ChallengeParameters", "hint")).isEqualTo("a color");
    assertThat(challenge.toString()).doesNotContain("blue");

    Reply reply = answer(challenge, "blue");

    assertThat(reply.object("AuthenticationResult").has("RefreshToken")).isTrue();
    assertThat(cognito.lambda.last().json().getAsJsonObject("request").get("session").toString())
        .isEqualTo(
            "[{\"challengeName\":\"CUSTOM_CHALLENGE\",\"challengeResult\":true,"
                + "\"challengeMetadata\":\"WORD\"}]");
  }

  @Test
  void functionDecidesAfterHowManyWrongAnswersItFails() {
    Reply challenge = start("USERNAME", EMAIL);
    challenge = answer(challenge, "red");
    assertThat(challenge.text("ChallengeName")).isEqualTo("CUSTOM_CHALLENGE");
    challenge = answer(challenge, "green");
    assertThat(answer(challenge, "yellow").message()).isEqualTo("Incorrect username or password.");
    assertThat(answer(challenge, "blue").message())
        .isEqualTo("Invalid session for the user, session can only be used once.");
  }

  @Test
  void passwordMayComeFirst() {
    SrpClient srp = new SrpClient(POOL, PASSWORD);
    Reply password =
        start("USERNAME", EMAIL, "CHALLENGE_NAME", "SRP_A", "SRP_A", srp.publicValue());
    assertThat(password.text("ChallengeName")).isEqualTo("PASSWORD_VERIFIER");
    Reply challenge =
        respond("PASSWORD_VERIFIER", "", srp.responses(password.object("ChallengeParameters")));
    assertThat(challenge.text("ChallengeName")).isEqualTo("CUSTOM_CHALLENGE");
    assertThat(answer(challenge, "blue").object("AuthenticationResult").has("IdToken")).isTrue();
  }

  @Test
  void unknownUserIsNeverSignedIn() {
    Reply challenge = start("USERNAME", "nobody@example.com");
    assertThat(challenge.text("ChallengeName")).isEqualTo("CUSTOM_CHALLENGE");
    Reply reply =
        respond(
            "CUSTOM_CHALLENGE",
            challenge.text("Session"),
            json("USERNAME", "nobody@example.com", "ANSWER", "blue"));
    assertThat(reply.message()).isEqualTo("Incorrect username or password.");
    Reply other = start("USERNAME", "nobody@example.com");
    assertThat(answer(other, "blue").message()).isEqualTo("Invalid session for the user.");
  }

  @Test
  void poolWithoutTheFunctionsIsNotConfigured() {
    cognito.restart();
    assertThat(start("USERNAME", EMAIL).message())
        .isEqualTo("Custom auth lambda trigger is not configured for the user pool.");
  }
}
