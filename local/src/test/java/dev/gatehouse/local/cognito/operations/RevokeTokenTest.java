package dev.gatehouse.local.cognito.operations;

import static dev.gatehouse.local.cognito.TestCognito.BACKEND;
import static dev.gatehouse.local.cognito.TestCognito.CLIENT;
import static dev.gatehouse.local.cognito.TestCognito.EMAIL;
import static dev.gatehouse.local.cognito.TestCognito.LEGACY;
import static dev.gatehouse.local.cognito.TestCognito.PASSWORD;
import static dev.gatehouse.local.cognito.TestCognito.PLAIN_POOL;
import static dev.gatehouse.local.cognito.TestCognito.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.TestCognito;
import dev.gatehouse.local.cognito.TestCognito.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RevokeTokenTest {
  private final TestCognito cognito = new TestCognito();

  @BeforeEach
  void signUpAndConfirm() {
    cognito.confirmed(EMAIL);
  }

  private JsonObject tokens() {
    return tokens(CLIENT);
  }

  private JsonObject tokens(String client) {
    return cognito.signIn(client, EMAIL, PASSWORD).object("AuthenticationResult");
  }

  private Reply getUser(String token) {
    return cognito.call("GetUser", json("AccessToken", token));
  }

  private static String text(JsonObject json, String name) {
    return json.get(name).getAsString();
  }

  @Test
  void globalSignOutEndsAllSessionsAndANewOneMayStart() {
    JsonObject one = tokens();
    JsonObject two = tokens(LEGACY);
    assertThat(
            cognito
                .call("GlobalSignOut", json("AccessToken", text(one, "AccessToken")))
                .response()
                .text())
        .isEqualTo("{}");

    assertThat(getUser(text(two, "AccessToken")).message())
        .isEqualTo("Access Token has been revoked");
    assertThat(cognito.refresh(LEGACY, text(two, "RefreshToken")).message())
        .isEqualTo("Refresh Token has been revoked");
    assertThat(getUser(text(tokens(), "AccessToken")).status()).isEqualTo(200);
  }

  @Test
  void revokingATokenEndsOnlyItsSession() {
    JsonObject one = tokens();
    JsonObject two = tokens();
    String token = text(one, "RefreshToken");
    Reply reply = cognito.call("RevokeToken", json("ClientId", CLIENT, "Token", token));

    assertThat(reply.response().text()).isEqualTo("{}");
    assertThat(getUser(text(one, "AccessToken")).message())
        .isEqualTo("Access Token has been revoked");
    assertThat(getUser(text(two, "AccessToken")).status()).isEqualTo(200);
    assertThat(cognito.call("RevokeToken", json("ClientId", CLIENT, "Token", token)).status())
        .isEqualTo(200);
  }

  @Test
  void onlyRefreshTokensOfTheClientCanBeRevoked() {
    JsonObject tokens = tokens();

    assertThat(revoke(CLIENT, text(tokens, "AccessToken")))
        .isEqualTo("UnsupportedTokenTypeException");
    assertThat(revoke(CLIENT, "nothing")).isEqualTo("UnauthorizedException");
    assertThat(revoke("unknown", text(tokens, "RefreshToken"))).isEqualTo("UnauthorizedException");
    assertThat(revoke(BACKEND, text(tokens, "RefreshToken"))).isEqualTo("UnauthorizedException");
    assertThat(revoke(LEGACY, text(tokens(LEGACY), "RefreshToken")))
        .isEqualTo("UnsupportedOperationException");
  }

  private String revoke(String client, String token) {
    return cognito.call("RevokeToken", json("ClientId", client, "Token", token)).type();
  }

  @Test
  void tokensOfADeletedUserAreInvalid() {
    JsonObject tokens = tokens();
    Reply reply = cognito.call("DeleteUser", json("AccessToken", text(tokens, "AccessToken")));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.response().text()).isEmpty();
    assertThat(getUser(text(tokens, "AccessToken")).type()).isEqualTo("UserNotFoundException");
    assertThat(cognito.refresh(CLIENT, text(tokens, "RefreshToken")).message())
        .isEqualTo("Invalid Refresh Token");
    assertThat(cognito.signUp(EMAIL).status()).isEqualTo(200);
  }

  @Test
  void tokensOfADeletedUserAreInvalidForANewUserOfThatName() {
    JsonObject jane =
        json(
            "UserPoolId",
            PLAIN_POOL,
            "Username",
            "jane",
            "UserAttributes",
            TestCognito.list(json("Name", "nickname", "Value", "J")));
    JsonObject password =
        json("UserPoolId", PLAIN_POOL, "Username", "jane", "Password", PASSWORD, "Permanent", true);
    String client =
        cognito
            .call(
                "CreateUserPoolClient",
                json(
                    "UserPoolId",
                    PLAIN_POOL,
                    "ClientName",
                    "c",
                    "ExplicitAuthFlows",
                    TestCognito.list("ALLOW_USER_PASSWORD_AUTH")))
            .text("UserPoolClient", "ClientId");
    cognito.call("AdminCreateUser", jane);
    cognito.call("AdminSetUserPassword", password);
    String token =
        cognito.signIn(client, "jane", PASSWORD).text("AuthenticationResult", "AccessToken");
    cognito.call("AdminDeleteUser", json("UserPoolId", PLAIN_POOL, "Username", "jane"));
    cognito.call("AdminCreateUser", jane);

    assertThat(getUser(token).message()).isEqualTo("Access Token has been revoked");
  }
}
