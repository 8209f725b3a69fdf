package dev.gatehouse.local.cognito.signin;

import static dev.gatehouse.local.cognito.TestCognito.CLIENT;
import static dev.gatehouse.local.cognito.TestCognito.EMAIL;
import static dev.gatehouse.local.cognito.TestCognito.PASSWORD;
import static dev.gatehouse.local.cognito.TestCognito.PLAIN;
import static dev.gatehouse.local.cognito.TestCognito.POOL;
import static dev.gatehouse.local.cognito.TestCognito.json;
import static dev.gatehouse.local.cognito.TestCognito.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.TestCognito;
import dev.gatehouse.local.cognito.TestCognito.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AdminSignInTest {
  private final TestCognito cognito = new TestCognito();
  private String backend = "";

  @BeforeEach
  void createTheClientOfABackEnd() {
    cognito.confirmed(EMAIL);
    backend =
        cognito
            .call(
                "CreateUserPoolClient",
                json(
                    "UserPoolId",
                    POOL,
                    "ClientName",
                    "backend",
                    "ExplicitAuthFlows",
                    list(
                        "ALLOW_ADMIN_USER_PASSWORD_AUTH",
                        "ALLOW_USER_SRP_AUTH",
                        "ALLOW_REFRESH_TOKEN_AUTH")))
            .text("UserPoolClient", "ClientId");
  }

  private Reply initiate(String client, String flow, JsonObject parameters) {
    return cognito.call(
        "AdminInitiateAuth",
        json(
            "UserPoolId",
            POOL,
            "ClientId",
            client,
            "AuthFlow",
            flow,
            "AuthParameters",
            parameters));
  }

  @Test
  void passwordAndRefreshTokenSignIn() {
    for (String flow : new String[] {"ADMIN_USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH"}) {
      Reply reply = initiate(backend, flow, json("USERNAME", EMAIL, "PASSWORD", PASSWORD));
      JsonObject refresh =
          json("REFRESH_TOKEN", reply.text("AuthenticationResult", "RefreshToken"));
      assertThat(
              initiate(backend, "REFRESH_TOKEN_AUTH", refresh)
                  .object("AuthenticationResult")
                  .keySet())
          .containsExactly("AccessToken", "ExpiresIn", "IdToken", "TokenType");
    }
  }

  @Test
  void flowOfTheOtherOperationIsRefused() {
    JsonObject password = json("USERNAME", EMAIL, "PASSWORD", PASSWORD);
    assertThat(initiate(backend, "USER_PASSWORD_AUTH", password).message())
        .isEqualTo("Initiate Auth method not supported.");
    assertThat(
            cognito
                .call(
                    "InitiateAuth",
                    json(
                        "ClientId",
                        backend,
                        "AuthFlow",
                        "ADMIN_USER_PASSWORD_AUTH",
                        "AuthParameters",
                        password))
                .message())
        .isEqualTo("Initiate Auth method not supported.");
  }

  @Test
  void flowThatTheClientDoesNotListIsRefused() {
    JsonObject password = json("USERNAME", EMAIL, "PASSWORD", PASSWORD);
    assertThat(initiate(CLIENT, "ADMIN_USER_PASSWORD_AUTH", password).message())
        .isEqualTo("Auth flow not enabled for this client");
    assertThat(initiate(CLIENT, "CUSTOM_AUTH", json("USERNAME", EMAIL)).message())
        .isEqualTo("CUSTOM_AUTH is not enabled for the client.");
  }

  @Test
  void clientOfAnotherPoolDoesNotExist() {
    assertThat(initiate(PLAIN, "ADMIN_USER_PASSWORD_AUTH", json("USERNAME", EMAIL)).message())
        .isEqualTo("User pool client " + PLAIN + " does not exist.");
  }

  @Test
  void backEndAnswersNewPasswordRequired() {
    cognito.call(
        "AdminSetUserPassword",
        json("UserPoolId", POOL, "Username", EMAIL, "Password", "Temp0rary-1"));
    Reply challenge =
        initiate(
            backend,
            "ADMIN_USER_PASSWORD_AUTH",
            json("USERNAME", EMAIL, "PASSWORD", "Temp0rary-1"));

    Reply reply =
        cognito.call(
            "AdminRespondToAuthChallenge",
            json(
                "UserPoolId",
                POOL,
                "ClientId",
                backend,
                "ChallengeName",
                challenge.text("ChallengeName"),
                "Session",
                challenge.text("Session"),
                "ChallengeResponses",
                json("USERNAME", EMAIL, "NEW_PASSWORD", PASSWORD)));

    assertThat(reply.object("AuthenticationResult").has("IdToken")).isTrue();
  }

  @Test
  void backEndAnswersSrp() {
    SrpClient srp = new SrpClient(POOL, PASSWORD);
    JsonObject challenge =
        initiate(backend, "USER_SRP_AUTH", json("USERNAME", EMAIL, "SRP_A", srp.publicValue()))
            .object("ChallengeParameters");
    Reply reply =
        cognito.call(
            "AdminRespondToAuthChallenge",
            json(
                "UserPoolId",
                POOL,
                "ClientId",
                backend,
                "ChallengeName",
                "PASSWORD_VERIFIER",
                "ChallengeResponses",
                srp.responses(challenge)));
    assertThat(reply.object("AuthenticationResult").has("AccessToken")).isTrue();
  }

  @Test
  void clientWithLegacyFlowsAllowsPasswordsOfBackEnds() {
    String legacy =
        cognito
            .call(
                "CreateUserPoolClient",
                json(
                    "UserPoolId",
                    POOL,
                    "ClientName",
                    "legacy",
                    "ExplicitAuthFlows",
                    list("ADMIN_NO_SRP_AUTH")))
            .text("UserPoolClient", "ClientId");
    assertThat(
            initiate(legacy, "ADMIN_NO_SRP_AUTH", json("USERNAME", EMAIL, "PASSWORD", PASSWORD))
                .status())
        .isEqualTo(200);
  }
}
