package dev.gatehouse.local.cognito.operations;

import static dev.gatehouse.local.cognito.TestCognito.BACKEND;
import static dev.gatehouse.local.cognito.TestCognito.BACKEND_SECRET;
import static dev.gatehouse.local.cognito.TestCognito.CLIENT;
import static dev.gatehouse.local.cognito.TestCognito.EMAIL;
import static dev.gatehouse.local.cognito.TestCognito.PASSWORD;
import static dev.gatehouse.local.cognito.TestCognito.POOL;
import static dev.gatehouse.local.cognito.TestCognito.json;
import static dev.gatehouse.local.cognito.TestCognito.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonNull;
import dev.gatehouse.local.cognito.TestCognito;
import dev.gatehouse.local.cognito.TestCognito.Reply;
import dev.gatehouse.local.cognito.signin.SecretHash;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class GetTokensFromRefreshTokenTest {
  private final TestCognito cognito = new TestCognito();

  @BeforeEach
  void signUpAndConfirm() {
    cognito.confirmed(EMAIL);
  }

  private String signIn(String client) {
    return cognito.signIn(client, EMAIL, PASSWORD).text("AuthenticationResult", "RefreshToken");
  }

  private Reply refresh(String client, String token) {
    return cognito.call(
        "GetTokensFromRefreshToken", json("ClientId", client, "RefreshToken", token));
  }

  private static String newToken(Reply reply) {
    return reply.text("AuthenticationResult", "RefreshToken");
  }

  private String rotatingClient(int seconds) {
    return cognito
        .call(
            "CreateUserPoolClient",
            json(
                "UserPoolId",
                POOL,
                "ClientName",
                "rotating",
                "ExplicitAuthFlows",
                list("ALLOW_USER_PASSWORD_AUTH"),
                "RefreshTokenRotation",
                json("Feature", "ENABLED", "RetryGracePeriodSeconds", seconds)))
        .text("UserPoolClient", "ClientId");
  }

  @Test
  void withoutRotationThereIsNoNewRefreshToken() {
    String token = signIn(CLIENT);
    for (int i = 0; i < 2; i++) {
      Reply reply = refresh(CLIENT, token);
      assertThat(reply.json().keySet()).containsExactly("AuthenticationResult");
      assertThat(reply.object("AuthenticationResult").keySet())
          .containsExactlyInAnyOrder("AccessToken", "ExpiresIn", "IdToken", "TokenType");
    }
  }

  @Test
  void rotationReplacesTheRefreshToken() {
    String client = rotatingClient(0);
    String first = signIn(client);
    String second = newToken(refresh(client, first));

    assertThat(refresh(client, first).type()).isEqualTo("RefreshTokenReuseException");
    assertThat(refresh(client, second).status()).isEqualTo(200);
  }

  @Test
  void replacedRefreshTokenIsAcceptedDuringTheGracePeriodOnly() {
    String client = rotatingClient(10);
    String first = signIn(client);
    refresh(client, first);
    cognito.clock.pass(Duration.ofSeconds(9));
    String retried = newToken(refresh(client, first));
    cognito.clock.pass(Duration.ofSeconds(1));
    cognito.restart();

    assertThat(refresh(client, first).type()).isEqualTo("RefreshTokenReuseException");
    assertThat(refresh(client, retried).status()).isEqualTo(200);
  }

  @Test
  void newRefreshTokenExpiresWithTheFirst() {
    String client = rotatingClient(0);
    String token = signIn(client);
    cognito.clock.pass(Duration.ofDays(29));
    token = newToken(refresh(client, token));
    cognito.clock.pass(Duration.ofDays(1));

    assertThat(refresh(client, token).message()).isEqualTo("Refresh Token has expired");
  }

  @Test
  void revokingAReplacedTokenEndsTheSession() {
    String client = rotatingClient(0);
    String first = signIn(client);
    String second = newToken(refresh(client, first));
    cognito.call("RevokeToken", json("ClientId", client, "Token", first));

    assertThat(refresh(client, second).message()).isEqualTo("Refresh Token has been revoked");
  }

  @Test
  void rotationAndTheFlowExcludeEachOther() {
    Reply reply =
        cognito.call(
            "CreateUserPoolClient",
            json(
                "UserPoolId",
                POOL,
                "ClientName",
                "both",
                "ExplicitAuthFlows",
                list("ALLOW_REFRESH_TOKEN_AUTH"),
                "RefreshTokenRotation",
                json("Feature", "ENABLED", "RetryGracePeriodSeconds", 0)));
    assertThat(reply.message())
        .isEqualTo(
            "RefreshTokenRotation cannot be enabled together with ALLOW_REFRESH_TOKEN_AUTH.");
    assertThat(cognito.refresh(rotatingClient(0), signIn(rotatingClient(0))).message())
        .isEqualTo("REFRESH_TOKEN_AUTH flow not enabled for this client");
  }

  @Test
  void clientWithASecretSendsIt() {
    String sub =
        cognito
            .call("ListUsers", json("UserPoolId", POOL))
            .json()
            .getAsJsonArray("Users")
            .get(0)
            .getAsJsonObject()
            .get("Username")
            .getAsString();
    String token =
        cognito
            .call(
                "InitiateAuth",
                json(
                    "ClientId",
                    BACKEND,
                    "AuthFlow",
                    "USER_PASSWORD_AUTH",
                    "AuthParameters",
                    json(
                        "USERNAME",
                        sub,
                        "PASSWORD",
                        PASSWORD,
                        "SECRET_HASH",
                        SecretHash.of(sub, BACKEND, BACKEND_SECRET))))
            .text("AuthenticationResult", "RefreshToken");

    assertThat(refresh(BACKEND, token).type()).isEqualTo("NotAuthorizedException");
    Reply reply =
        cognito.call(
            "GetTokensFromRefreshToken",
            json("ClientId", BACKEND, "RefreshToken", token, "ClientSecret", BACKEND_SECRET));
    assertThat(reply.status()).isEqualTo(200);
  }

  @Test
  void tokenOfAnotherClientIsInvalid() {
    assertThat(refresh(rotatingClient(0), signIn(CLIENT)).message())
        .isEqualTo("Invalid Refresh Token");
    assertThat(refresh(CLIENT, "a.b.c").message()).isEqualTo("Invalid Refresh Token");
  }

  @Test
  void nullInAMapIsAsGoodAsMissing() {
    Reply reply =
        cognito.call(
            "InitiateAuth",
            json(
                "ClientId",
                CLIENT,
                "AuthFlow",
                "REFRESH_TOKEN_AUTH",
                "AuthParameters",
                json("REFRESH_TOKEN", signIn(CLIENT), "DEVICE_KEY", JsonNull.INSTANCE),
                "ClientMetadata",
                json("a", JsonNull.INSTANCE)));
    assertThat(reply.status()).isEqualTo(200);
  }
}
