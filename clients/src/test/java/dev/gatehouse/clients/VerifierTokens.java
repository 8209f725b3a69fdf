package dev.gatehouse.clients;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameAttributeType;

/**
 * Tokens for the clients that check them; the access token is the good one, and the expired one
 * once the client's clock is {@link #LIFETIME} ahead.
 *
 * @param id an ID token, which is of the wrong use for a resource server
 * @param foreign an access token of another user pool
 */
record VerifierTokens(String access, String id, String foreign) {

  /** Longer than a token is valid. */
  static final Duration LIFETIME = Duration.ofMinutes(61);

  private static final String PASSWORD = "Correct-horse-9";

  /** Signs users of two pools in. */
  static VerifierTokens of(RunningEmulator emulator) {
    try (CognitoIdentityProviderClient cognito = AwsSdkForJava.client(emulator)) {
      String other =
          cognito
              .createUserPool(
                  it -> it.poolName("other").usernameAttributes(UsernameAttributeType.EMAIL))
              .userPool()
              .id();
      String otherClient =
          cognito
              .createUserPoolClient(
                  it ->
                      it.userPoolId(other)
                          .clientName("other")
                          .explicitAuthFlows(
                              ExplicitAuthFlowsType.ALLOW_USER_PASSWORD_AUTH,
                              ExplicitAuthFlowsType.ALLOW_REFRESH_TOKEN_AUTH))
              .userPoolClient()
              .clientId();
      AuthenticationResultType own =
          signIn(cognito, emulator.info("userPoolId"), emulator.info("userPoolClientId"));
      return new VerifierTokens(
          own.accessToken(), own.idToken(), signIn(cognito, other, otherClient).accessToken());
    }
  }

  private static AuthenticationResultType signIn(
      CognitoIdentityProviderClient cognito, String poolId, String clientId) {
    String username = "verifier-" + System.nanoTime() + "@example.com";
    AttributeType email = AttributeType.builder().name("email").value(username).build();
    cognito.adminCreateUser(
        it ->
            it.userPoolId(poolId)
                .username(username)
                .userAttributes(email)
                .messageAction(MessageActionType.SUPPRESS));
    cognito.adminSetUserPassword(
        it -> it.userPoolId(poolId).username(username).password(PASSWORD).permanent(true));
    return cognito
        .initiateAuth(
            it ->
                it.clientId(clientId)
                    .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                    .authParameters(Map.of("USERNAME", username, "PASSWORD", PASSWORD)))
        .authenticationResult();
  }

  /** Returns the tokens in JSON, as client programs read them. */
  String json() {
    JsonObject json = new JsonObject();
    json.addProperty("access", access);
    json.addProperty("id", id);
    json.addProperty("foreign", foreign);
    return json.toString();
  }
}
