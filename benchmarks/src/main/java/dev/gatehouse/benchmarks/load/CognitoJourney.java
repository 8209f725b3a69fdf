package dev.gatehouse.benchmarks.load;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;

/**
 * The steps that every emulator of Cognito can play: sign-up, confirmation and sign-in in a pool
 * without triggers.
 */
final class CognitoJourney implements Journey {
  private final URI aws;
  private final String poolId;
  private final String clientId;
  private final CodeSource codes;

  /** Where an emulator shows the code of a sign-up. */
  interface CodeSource {

    /** Returns the code; takes the pool and the user. */
    String code(String poolId, String email) throws IOException;
  }

  private CognitoJourney(URI aws, String poolId, String clientId, CodeSource codes) {
    this.aws = aws;
    this.poolId = poolId;
    this.clientId = clientId;
    this.codes = codes;
  }

  /** Creates a pool and an app client at an endpoint. */
  static CognitoJourney create(URI aws, CodeSource codes) throws IOException {
    JsonObject pool =
        call(
            aws,
            "CreateUserPool",
            "{\"PoolName\":\"load\",\"UsernameAttributes\":[\"email\"],"
                + "\"AutoVerifiedAttributes\":[\"email\"]}");
    String poolId = pool.getAsJsonObject("UserPool").get("Id").getAsString();
    JsonObject client =
        call(
            aws,
            "CreateUserPoolClient",
            "{\"UserPoolId\":\"%s\",\"ClientName\":\"load\",\"ExplicitAuthFlows\":[\"ALLOW_USER_PASSWORD_AUTH\",\"ALLOW_REFRESH_TOKEN_AUTH\"]}"
                .formatted(poolId));
    String clientId = client.getAsJsonObject("UserPoolClient").get("ClientId").getAsString();
    return new CognitoJourney(aws, poolId, clientId, codes);
  }

  @Override
  public void run(String email, StepTimes times) throws IOException {
    times.measure(
        "sign-up",
        () ->
            call(
                aws,
                "SignUp",
                "{\"ClientId\":\"%s\",\"Username\":\"%s\",\"Password\":\"%s\",\"UserAttributes\":[{\"Name\":\"email\",\"Value\":\"%s\"}]}"
                    .formatted(clientId, email, PASSWORD, email)));
    String code = codes.code(poolId, email);
    times.measure(
        "confirm",
        () ->
            call(
                aws,
                "ConfirmSignUp",
                "{\"ClientId\":\"%s\",\"Username\":\"%s\",\"ConfirmationCode\":\"%s\"}"
                    .formatted(clientId, email, code)));
    times.measure("sign-in", () -> signIn(aws, clientId, email));
  }

  /** Returns the access token of a user. */
  static String signIn(URI aws, String clientId, String email) throws IOException {
    return call(
            aws,
            "InitiateAuth",
            "{\"AuthFlow\":\"USER_PASSWORD_AUTH\",\"ClientId\":\"%s\",\"AuthParameters\":{\"USERNAME\":\"%s\",\"PASSWORD\":\"%s\"}}"
                .formatted(clientId, email, PASSWORD))
        .getAsJsonObject("AuthenticationResult")
        .get("AccessToken")
        .getAsString();
  }

  /** Returns -1: Cognito only estimates the number of users, and some emulators not even that. */
  @Override
  public long rows() {
    return -1;
  }

  private static JsonObject call(URI aws, String operation, String body) throws IOException {
    return JsonParser.parseString(HttpJson.call(aws, "cognito-idp", operation, body))
        .getAsJsonObject();
  }
}
