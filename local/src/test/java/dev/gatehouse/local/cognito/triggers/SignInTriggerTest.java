package dev.gatehouse.local.cognito.triggers;

import static dev.gatehouse.local.cognito.TestCognito.CLIENT;
import static dev.gatehouse.local.cognito.TestCognito.EMAIL;
import static dev.gatehouse.local.cognito.TestCognito.LEGACY;
import static dev.gatehouse.local.cognito.TestCognito.PASSWORD;
import static dev.gatehouse.local.cognito.TestCognito.POOL;
import static dev.gatehouse.local.cognito.TestCognito.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.local.cognito.TestCognito;
import dev.gatehouse.local.cognito.TestCognito.Reply;
import dev.gatehouse.local.lambda.invoke.InvocationResult;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import java.text.ParseException;
import org.junit.jupiter.api.Test;

final class SignInTriggerTest {
  private static final String ARN =
      "arn:aws:lambda:us-east-1:000000000000:function:gatehouse-local-";

  private final TestCognito cognito = new TestCognito(plan());

  private static Plan plan() {
    return plan("V1_0");
  }

  private static Plan plan(String version) {
    Plan plan = TestCognito.plan();
    for (Resource resource : plan.resources()) {
      if (resource.name().equals("users")) {
        JsonObject functions = resource.inputs().getAsJsonObject("lambdaConfig");
        functions.addProperty("preAuthentication", ARN + "pre-authentication:live");
        functions.addProperty("postAuthentication", ARN + "post-authentication:live");
        functions.addProperty("userMigration", ARN + "user-migration:live");
        functions.add(
            "preTokenGenerationConfig",
            json("lambdaArn", ARN + "pre-token-generation:live", "lambdaVersion", version));
      }
    }
    return plan;
  }

  private JsonObject event(String source) {
    return cognito.lambda.invocations.stream()
        .filter(call -> call.source().equals(source))
        .reduce((first, last) -> last)
        .orElseThrow()
        .json();
  }

  private static InvocationResult failure(String message) {
    return new InvocationResult.Failed(message, "{}");
  }

  private JWTClaimsSet claims(Reply reply, String token) throws ParseException {
    return SignedJWT.parse(reply.text("AuthenticationResult", token)).getJWTClaimsSet();
  }

  private Reply signInWithMetadata() {
    return cognito.call(
        "InitiateAuth",
        json(
            "ClientId",
            CLIENT,
            "AuthFlow",
            "USER_PASSWORD_AUTH",
            "AuthParameters",
            json("USERNAME", EMAIL, "PASSWORD", PASSWORD),
            "ClientMetadata",
            json("device", "phone")));
  }

  @Test
  void triggersRunInCognitosOrder() {
    String sub = cognito.confirmed(EMAIL);
    cognito.lambda.invocations.clear();
    signInWithMetadata();

    assertThat(cognito.lambda.sources())
        .containsExactly(
            "PreAuthentication_Authentication",
            "PostAuthentication_Authentication",
            "TokenGeneration_Authentication");
    JsonObject pre = event("PreAuthentication_Authentication");
    assertThat(pre.get("userName").getAsString()).isEqualTo(sub);
    assertThat(pre.get("request").toString())
        .endsWith("},\"validationData\":{\"device\":\"phone\"},\"userNotFound\":false}")
        .contains("\"cognito:user_status\":\"CONFIRMED\"");
    assertThat(event("PostAuthentication_Authentication").get("request").toString())
        .endsWith("\"newDeviceUsed\":false,\"clientMetadata\":{\"device\":\"phone\"}}");
    assertThat(event("TokenGeneration_Authentication").get("request").toString())
        .endsWith(
            "\"groupConfiguration\":{\"groupsToOverride\":[],\"iamRolesToOverride\":[],"
                + "\"preferredRole\":null},\"clientMetadata\":{\"device\":\"phone\"}}");
  }

  @Test
  void eachTriggerMayReject() {
    cognito.confirmed(EMAIL);
    cognito.lambda.respond("pre-token-generation", failure("no token"));
    assertThat(cognito.signIn(EMAIL, PASSWORD).message())
        .isEqualTo("PreTokenGeneration failed with error no token.");
    cognito.lambda.respond("post-authentication", failure("not yet"));
    assertThat(cognito.signIn(EMAIL, PASSWORD).message())
        .isEqualTo("PostAuthentication failed with error not yet.");
    cognito.lambda.respond("pre-authentication", failure("never"));
    assertThat(cognito.signIn(EMAIL, "Wr0ng-horse").message())
        .isEqualTo("PreAuthentication failed with error never.");
  }

  @Test
  void refreshInvokesTokenGenerationOnly() {
    cognito.confirmed(EMAIL);
    String token = cognito.signIn(EMAIL, PASSWORD).text("AuthenticationResult", "RefreshToken");
    cognito.lambda.invocations.clear();
    cognito.refresh(CLIENT, token);

    assertThat(cognito.lambda.sources()).containsExactly("TokenGeneration_RefreshTokens");
  }

  @Test
  void firstVersionChangesClaimsOfTheIdTokenAndGroups() throws Exception {
    cognito.confirmed(EMAIL);
    cognito.lambda.changeResponse(
        "pre-token-generation",
        response ->
            response.add(
                "claimsOverrideDetails",
                JsonParser.parseString(
                    """
                    {"claimsToAddOrOverride":{"team":"blue","sub":"other"},
                     "claimsToSuppress":["email"],
                     "groupOverrideDetails":{"groupsToOverride":["staff"],
                       "iamRolesToOverride":["arn:aws:iam::1:role/r"],"preferredRole":"arn:aws:iam::1:role/r"}}
                    """)));
    Reply reply = cognito.signIn(EMAIL, PASSWORD);

    JWTClaimsSet id = claims(reply, "IdToken");
    assertThat(id.getStringClaim("team")).isEqualTo("blue");
    assertThat(id.getClaims()).doesNotContainKey("email");
    assertThat(id.getSubject()).isNotEqualTo("other");
    assertThat(id.getStringListClaim("cognito:groups")).containsExactly("staff");
    assertThat(id.getStringClaim("cognito:preferred_role")).isEqualTo("arn:aws:iam::1:role/r");
    JWTClaimsSet access = claims(reply, "AccessToken");
    assertThat(access.getClaims()).doesNotContainKey("team");
    assertThat(access.getStringListClaim("cognito:groups")).containsExactly("staff");
  }

  @Test
  void secondVersionChangesBothTokensAndScopes() throws Exception {
    cognito.cognito = cognito.start(plan("V2_0"));
    cognito.confirmed(EMAIL);
    cognito.lambda.changeResponse(
        "pre-token-generation",
        response ->
            response.add(
                "claimsAndScopeOverrideDetails",
                JsonParser.parseString(
                    """
                    {"idTokenGeneration":{"claimsToAddOrOverride":{"level":3,"tags":["a"]}},
                     "accessTokenGeneration":{"claimsToAddOrOverride":{"plan":{"name":"pro"}},
                       "claimsToSuppress":["event_id","username"],
                       "scopesToAdd":["orders/read"],"scopesToSuppress":[]}}
                    """)));
    Reply reply = cognito.signIn(EMAIL, PASSWORD);

    JsonObject event = event("TokenGeneration_Authentication");
    assertThat(event.get("version").getAsString()).isEqualTo("2");
    assertThat(event.get("request").toString())
        .contains("\"scopes\":[\"aws.cognito.signin.user.admin\"]");
    assertThat(claims(reply, "IdToken").getClaims()).containsEntry("level", 3L).containsKey("tags");
    JWTClaimsSet access = claims(reply, "AccessToken");
    assertThat(access.getJSONObjectClaim("plan")).containsEntry("name", "pro");
    assertThat(access.getClaims()).containsKeys("event_id", "username");
    assertThat(access.getStringClaim("scope"))
        .isEqualTo("aws.cognito.signin.user.admin orders/read");
    cognito.lambda.respond("pre-token-generation", failure("no"));
    assertThat(cognito.signIn(EMAIL, PASSWORD).message())
        .isEqualTo("PreTokenGenerationV2_0 failed with error no.");
  }

  private void migrate(String status) {
    cognito.lambda.changeResponse(
        "user-migration",
        response -> {
          response.add(
              "userAttributes",
              json("email", EMAIL, "email_verified", "true", "given_name", "Jane"));
          response.addProperty("finalUserStatus", status);
        });
  }

  @Test
  void unknownUserIsMigratedWithThePassword() {
    migrate("CONFIRMED");
    assertThat(cognito.signIn(EMAIL, PASSWORD).object("AuthenticationResult").has("IdToken"))
        .isTrue();

    JsonObject event = event("UserMigration_Authentication");
    assertThat(event.get("userName").getAsString()).isEqualTo(EMAIL);
    assertThat(event.get("request").toString())
        .isEqualTo("{\"password\":\"" + PASSWORD + "\",\"validationData\":null}");
    assertThat(cognito.call("AdminGetUser", json("UserPoolId", POOL, "Username", EMAIL)).toString())
        .contains("\"CONFIRMED\"", "given_name");
    cognito.lambda.invocations.clear();
    assertThat(cognito.signIn(EMAIL, PASSWORD).status()).isEqualTo(200);
    assertThat(cognito.lambda.sources()).doesNotContain("UserMigration_Authentication");
  }

  @Test
  void migratedUserMayHaveToResetThePassword() {
    migrate("RESET_REQUIRED");
    assertThat(cognito.signIn(LEGACY, EMAIL, PASSWORD).type())
        .isEqualTo("PasswordResetRequiredException");
  }

  @Test
  void unknownUserWhoForgotThePasswordIsMigrated() {
    migrate("RESET_REQUIRED");
    assertThat(
            cognito
                .call("ForgotPassword", json("ClientId", CLIENT, "Username", EMAIL))
                .text("CodeDeliveryDetails", "DeliveryMedium"))
        .isEqualTo("EMAIL");
    Reply confirmed =
        cognito.call(
            "ConfirmForgotPassword",
            json(
                "ClientId",
                CLIENT,
                "Username",
                EMAIL,
                "ConfirmationCode",
                cognito.mail.code(),
                "Password",
                PASSWORD));
    assertThat(confirmed.status()).isEqualTo(200);
    assertThat(cognito.signIn(EMAIL, PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void userWhomTheTriggerDoesNotKnowIsUnknown() {
    cognito.lambda.respond("user-migration", failure("Bad password"));
    assertThat(cognito.signIn(EMAIL, PASSWORD).message())
        .isEqualTo("Incorrect username or password.");
    assertThat(cognito.signIn(LEGACY, EMAIL, PASSWORD).message())
        .isEqualTo("Exception migrating user in app client " + LEGACY);
    assertThat(cognito.cognito.users().list()).isEmpty();
  }

  @Test
  void newPasswordHasASourceOfItsOwn() {
    cognito.call(
        "AdminCreateUser",
        json("UserPoolId", POOL, "Username", EMAIL, "TemporaryPassword", "Temp0rary-1"));
    Reply challenge = cognito.signIn(EMAIL, "Temp0rary-1");
    cognito.lambda.invocations.clear();
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
    assertThat(cognito.lambda.sources())
        .containsExactly(
            "PostAuthentication_Authentication", "TokenGeneration_NewPasswordChallenge");
  }
}
