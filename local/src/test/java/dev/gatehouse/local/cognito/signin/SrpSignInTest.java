package dev.gatehouse.local.cognito.signin;

import static dev.gatehouse.local.cognito.TestCognito.BACKEND;
import static dev.gatehouse.local.cognito.TestCognito.BACKEND_SECRET;
import static dev.gatehouse.local.cognito.TestCognito.CLIENT;
import static dev.gatehouse.local.cognito.TestCognito.EMAIL;
import static dev.gatehouse.local.cognito.TestCognito.LEGACY;
import static dev.gatehouse.local.cognito.TestCognito.PASSWORD;
import static dev.gatehouse.local.cognito.TestCognito.PLAIN_POOL;
import static dev.gatehouse.local.cognito.TestCognito.POOL;
import static dev.gatehouse.local.cognito.TestCognito.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.TestCognito;
import dev.gatehouse.local.cognito.TestCognito.Reply;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class SrpSignInTest {
  private final TestCognito cognito = new TestCognito();
  private final SrpClient srp = new SrpClient(POOL, PASSWORD);

  private Reply initiate(String client, JsonObject parameters) {
    return cognito.call(
        "InitiateAuth",
        json("ClientId", client, "AuthFlow", "USER_SRP_AUTH", "AuthParameters", parameters));
  }

  private JsonObject challenge(String username) {
    return challenge(username, srp);
  }

  private JsonObject challenge(String username, SrpClient client) {
    Reply reply = initiate(CLIENT, json("USERNAME", username, "SRP_A", client.publicValue()));
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    assertThat(reply.text("ChallengeName")).isEqualTo("PASSWORD_VERIFIER");
    return reply.object("ChallengeParameters");
  }

  private Reply respond(String client, JsonObject responses) {
    return cognito.call(
        "RespondToAuthChallenge",
        json(
            "ClientId",
            client,
            "ChallengeName",
            "PASSWORD_VERIFIER",
            "ChallengeResponses",
            responses));
  }

  private Reply signIn(String username, SrpClient client) {
    return respond(CLIENT, client.responses(challenge(username, client)));
  }

  @Test
  void theModulusIsThatOfTheRfc() {
    assertThat(srp.publicValue()).isNotEmpty();
    assertThat(SrpClient.N.bitLength()).isEqualTo(3072);
    assertThat(SrpClient.N.isProbablePrime(20)).isTrue();
  }

  @Test
  void rightPasswordSignsIn() {
    String sub = cognito.confirmed(EMAIL);
    JsonObject challenge = challenge(EMAIL);
    assertThat(challenge.keySet())
        .containsExactly("SALT", "SECRET_BLOCK", "SRP_B", "USERNAME", "USER_ID_FOR_SRP");
    assertThat(challenge.get("USER_ID_FOR_SRP").getAsString()).isEqualTo(sub);

    Reply reply = respond(CLIENT, srp.responses(challenge));

    String token = reply.text("AuthenticationResult", "AccessToken");
    assertThat(cognito.call("GetUser", json("AccessToken", token)).text("Username")).isEqualTo(sub);
  }

  @Test
  void manyExchangesAgree() {
    cognito.confirmed(EMAIL);
    // Numbers with a high first bit and with fewer digits are padded differently.
    for (int i = 0; i < 40; i++) {
      assertThat(signIn(EMAIL, srp).status()).isEqualTo(200);
    }
  }

  @Test
  void wrongPasswordIsRejectedAndCounted() {
    cognito.confirmed(EMAIL);
    SrpClient wrong = new SrpClient(POOL, "Wr0ng-horse");
    for (int i = 0; i < 5; i++) {
      assertThat(signIn(EMAIL, wrong).message()).isEqualTo("Incorrect username or password.");
    }
    assertThat(initiate(CLIENT, json("USERNAME", EMAIL, "SRP_A", srp.publicValue())).message())
        .isEqualTo("Password attempts exceeded");
    assertThat(cognito.signIn(EMAIL, PASSWORD).message()).isEqualTo("Password attempts exceeded");
  }

  @Test
  void unknownUserGetsTheSameSaltAndIdEachTime() {
    JsonObject one = challenge("nobody@example.com");
    JsonObject two = challenge("nobody@example.com");
    JsonObject other = challenge("noone@example.com");

    assertThat(one.get("SALT")).isEqualTo(two.get("SALT")).isNotEqualTo(other.get("SALT"));
    assertThat(one.get("USER_ID_FOR_SRP").getAsString())
        .isEqualTo(two.get("USER_ID_FOR_SRP").getAsString())
        .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    assertThat(respond(CLIENT, srp.responses(one)).message())
        .isEqualTo("Incorrect username or password.");
  }

  @Test
  void unknownUserIsRevealedByALegacyClient() {
    String client =
        cognito
            .call("CreateUserPoolClient", json("UserPoolId", POOL, "ClientName", "legacy"))
            .text("UserPoolClient", "ClientId");
    Reply reply =
        initiate(client, json("USERNAME", "nobody@example.com", "SRP_A", srp.publicValue()));
    assertThat(reply.type()).isEqualTo("UserNotFoundException");
    assertThat(reply.message()).isEqualTo("User does not exist.");
  }

  @Test
  void clientWithoutTheFlowIsRefused() {
    assertThat(initiate(LEGACY, json("USERNAME", EMAIL, "SRP_A", "ab")).message())
        .isEqualTo("USER_SRP_AUTH is not enabled for the client.");
  }

  @Test
  void secretHashIsCheckedInBothSteps() {
    String sub = cognito.confirmed(EMAIL);
    JsonObject parameters = json("USERNAME", EMAIL, "SRP_A", srp.publicValue());
    assertThat(initiate(BACKEND, parameters).message()).contains("SECRET_HASH was not received");
    parameters.addProperty("SECRET_HASH", SecretHash.of(EMAIL, BACKEND, BACKEND_SECRET));
    JsonObject responses =
        srp.responses(initiate(BACKEND, parameters).object("ChallengeParameters"));
    assertThat(respond(BACKEND, responses).message()).contains("SECRET_HASH was not received");
    responses.addProperty("SECRET_HASH", SecretHash.of(sub, BACKEND, BACKEND_SECRET));
    assertThat(respond(BACKEND, responses).status()).isEqualTo(200);
  }

  @Test
  void temporaryPasswordLeadsToNewPasswordRequired() {
    cognito.call(
        "AdminCreateUser",
        json("UserPoolId", POOL, "Username", EMAIL, "TemporaryPassword", "Temp0rary-1"));
    Reply challenge = signIn(EMAIL, new SrpClient(POOL, "Temp0rary-1"));
    assertThat(challenge.text("ChallengeName")).isEqualTo("NEW_PASSWORD_REQUIRED");

    Reply reply =
        cognito.call(
            "RespondToAuthChallenge",
            json(
                "ClientId",
                CLIENT,
                "ChallengeName",
                "NEW_PASSWORD_REQUIRED",
                "Session",
                challenge.text("Session"),
                "ChallengeResponses",
                json("USERNAME", EMAIL, "NEW_PASSWORD", PASSWORD)));

    assertThat(reply.object("AuthenticationResult").has("RefreshToken")).isTrue();
    assertThat(signIn(EMAIL, srp).status()).isEqualTo(200);
  }

  @Test
  void userNamesAreBoundToThePasswordAsTheyAreWritten() {
    String client =
        cognito
            .call("CreateUserPoolClient", json("UserPoolId", PLAIN_POOL, "ClientName", "srp"))
            .text("UserPoolClient", "ClientId");
    cognito.call(
        "AdminCreateUser",
        json(
            "UserPoolId",
            PLAIN_POOL,
            "Username",
            "Jane",
            "UserAttributes",
            TestCognito.list(json("Name", "nickname", "Value", "J"))));
    cognito.call(
        "AdminSetUserPassword",
        json(
            "UserPoolId", PLAIN_POOL, "Username", "Jane", "Password", PASSWORD, "Permanent", true));
    SrpClient plain = new SrpClient(PLAIN_POOL, PASSWORD);
    JsonObject parameters =
        initiate(client, json("USERNAME", "Jane", "SRP_A", plain.publicValue()))
            .object("ChallengeParameters");
    assertThat(parameters.get("USERNAME").getAsString()).isEqualTo("Jane");
    assertThat(respond(client, plain.responses(parameters)).status()).isEqualTo(200);
  }

  @Test
  void publicValueThatRevealsTheKeyIsRejected() {
    cognito.confirmed(EMAIL);
    for (String value : new String[] {"0", SrpClient.N.toString(16), "no number", "-1"}) {
      assertThat(initiate(CLIENT, json("USERNAME", EMAIL, "SRP_A", value)).type())
          .isEqualTo("InvalidParameterException");
    }
  }

  @Test
  void secretBlockExpiresAndIsAcceptedOnce() {
    cognito.confirmed(EMAIL);
    JsonObject responses = srp.responses(challenge(EMAIL));
    assertThat(respond(CLIENT, responses).status()).isEqualTo(200);
    assertThat(respond(CLIENT, responses).message())
        .isEqualTo("Invalid session for the user, session can only be used once.");

    JsonObject late = srp.responses(challenge(EMAIL));
    cognito.clock.pass(Duration.ofMinutes(3));
    assertThat(respond(CLIENT, late).message())
        .isEqualTo("Invalid session for the user, session is expired.");
  }
}
