package dev.gatehouse.local.cognito.operations;

import static dev.gatehouse.local.cognito.TestCognito.CLIENT;
import static dev.gatehouse.local.cognito.TestCognito.EMAIL;
import static dev.gatehouse.local.cognito.TestCognito.PASSWORD;
import static dev.gatehouse.local.cognito.TestCognito.POOL;
import static dev.gatehouse.local.cognito.TestCognito.json;
import static dev.gatehouse.local.cognito.TestCognito.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.local.cognito.TestCognito;
import dev.gatehouse.local.cognito.TestCognito.Reply;
import dev.gatehouse.local.lambda.invoke.InvocationResult;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class AdminOperationsTest {
  private static final String TEMPORARY = "Temp0rary-<1>";
  private final TestCognito cognito = new TestCognito();

  private Reply create(Object... more) {
    JsonObject body =
        json(
            "UserPoolId", POOL,
            "Username", EMAIL,
            "TemporaryPassword", TEMPORARY,
            "UserAttributes",
                list(
                    json("Name", "email", "Value", EMAIL),
                    json("Name", "email_verified", "Value", "true")));
    json(more).asMap().forEach(body::add);
    return cognito.call("AdminCreateUser", body);
  }

  private Reply admin(String operation, Object... more) {
    JsonObject body = json("UserPoolId", POOL, "Username", EMAIL);
    json(more).asMap().forEach(body::add);
    return cognito.call(operation, body);
  }

  private Reply respond(String session, String password) {
    return cognito.call(
        "RespondToAuthChallenge",
        json(
            "ClientId",
            CLIENT,
            "ChallengeName",
            "NEW_PASSWORD_REQUIRED",
            "Session",
            session,
            "ChallengeResponses",
            json("USERNAME", EMAIL, "NEW_PASSWORD", password)));
  }

  @Test
  void adminCreateUserReturnsTheUserAndSendsAnInvitation() {
    Reply reply = create();

    assertThat(reply.text("User", "UserStatus")).isEqualTo("FORCE_CHANGE_PASSWORD");
    assertThat(reply.object("User").keySet())
        .containsExactly(
            "Username",
            "Attributes",
            "UserCreateDate",
            "UserLastModifiedDate",
            "Enabled",
            "UserStatus");
    assertThat(cognito.mail.last().subject()).isEqualTo("Your temporary password");
    assertThat(cognito.mail.last().html())
        .isEqualTo("Your username is Jane@example.com and temporary password is Temp0rary-<1>.");
  }

  @Test
  void triggersOfAnInvitationHaveNoClientId() {
    String sub = create().text("User", "Username");

    assertThat(cognito.lambda.sources())
        .containsExactly("PreSignUp_AdminCreateUser", "CustomMessage_AdminCreateUser");
    assertThat(cognito.lambda.invocations.getFirst().event())
        .contains("\"clientId\":\"CLIENT_ID_NOT_APPLICABLE\"")
        .contains(
            "\"request\":{\"userAttributes\":{\"email\":\"Jane@example.com\","
                + "\"email_verified\":\"true\"},\"validationData\":null}");
    assertThat(cognito.lambda.last().event())
        .endsWith(
            "\"request\":{\"userAttributes\":{\"sub\":\""
                + sub
                + "\",\"email_verified\":\"true\",\"cognito:user_status\":"
                + "\"FORCE_CHANGE_PASSWORD\",\"email\":\"Jane@example.com\"},"
                + "\"codeParameter\":\"{####}\",\"linkParameter\":\"{##Click Here##}\","
                + "\"usernameParameter\":\"{username}\"},\"response\":{\"smsMessage\":null,"
                + "\"emailMessage\":null,\"emailSubject\":null}}");
  }

  @Test
  void preSignUpCannotConfirmAnInvitation() {
    cognito.lambda.changeResponse(
        "pre-sign-up", response -> response.addProperty("autoConfirmUser", true));

    assertThat(create().text("User", "UserStatus")).isEqualTo("FORCE_CHANGE_PASSWORD");
  }

  @Test
  void preSignUpMayRefuseAnInvitation() {
    cognito.lambda.respond("pre-sign-up", new InvocationResult.Failed("no", "{}"));

    assertThat(create().message()).isEqualTo("PreSignUp failed with error no.");
    assertThat(admin("AdminGetUser").type()).isEqualTo("UserNotFoundException");
  }

  @Test
  void invitationMustContainTheUsername() {
    cognito.lambda.changeResponse(
        "custom-message", response -> response.addProperty("emailMessage", "<p>{####}</p>"));

    assertThat(create().type()).isEqualTo("InvalidParameterException");
    cognito.lambda.changeResponse(
        "custom-message", response -> response.addProperty("emailMessage", "{username}: {####}"));
    assertThat(create("MessageAction", "RESEND").status()).isEqualTo(200);
    assertThat(cognito.mail.last().html()).isEqualTo("Jane@example.com: Temp0rary-<1>");
  }

  @Test
  void newPasswordChallengeConfirmsWithoutPostConfirmation() {
    create("MessageAction", "SUPPRESS");
    assertThat(cognito.mail.mails).isEmpty();
    Reply challenge = cognito.signIn(EMAIL, TEMPORARY);
    assertThat(challenge.text("ChallengeName")).isEqualTo("NEW_PASSWORD_REQUIRED");
    assertThat(challenge.text("ChallengeParameters", "requiredAttributes")).isEqualTo("[]");
    assertThat(
            JsonParser.parseString(challenge.text("ChallengeParameters", "userAttributes"))
                .getAsJsonObject()
                .get("email")
                .getAsString())
        .isEqualTo(EMAIL);

    String session = challenge.text("Session");
    assertThat(respond(session, "weak").type()).isEqualTo("InvalidPasswordException");
    assertThat(respond("x".repeat(20), PASSWORD).message())
        .isEqualTo("Invalid session for the user.");
    assertThat(respond(session, PASSWORD).object("AuthenticationResult").keySet())
        .contains("AccessToken", "IdToken", "RefreshToken");
    assertThat(respond(session, PASSWORD).message())
        .isEqualTo("Invalid session for the user, session can only be used once.");
    assertThat(cognito.signIn(EMAIL, PASSWORD).status()).isEqualTo(200);
    assertThat(cognito.lambda.sources()).doesNotContain("PostConfirmation_ConfirmSignUp");
  }

  @Test
  void challengeExpiresAfterThreeMinutes() {
    create();
    String session = cognito.signIn(EMAIL, TEMPORARY).text("Session");
    cognito.clock.pass(Duration.ofMinutes(3));

    assertThat(respond(session, PASSWORD).message())
        .isEqualTo("Invalid session for the user, session is expired.");
  }

  @Test
  void temporaryPasswordExpiresAfterTheDaysOfThePolicy() {
    create();
    cognito.clock.pass(Duration.ofDays(7));

    assertThat(cognito.signIn(EMAIL, TEMPORARY).message())
        .isEqualTo("Temporary password has expired and must be reset by an administrator.");
    create("MessageAction", "RESEND");
    assertThat(cognito.signIn(EMAIL, TEMPORARY).status()).isEqualTo(200);
  }

  @Test
  void invitationIsResentOnlyBeforeTheFirstSignIn() {
    cognito.confirmed(EMAIL);

    assertThat(create("MessageAction", "RESEND").type()).isEqualTo("UnsupportedUserStateException");
    assertThat(create().type()).isEqualTo("UsernameExistsException");
  }

  @Test
  void generatedPasswordSatisfiesThePolicy() {
    JsonObject body = json("UserPoolId", POOL, "Username", "made-up@example.com");
    assertThat(cognito.call("AdminCreateUser", body).status()).isEqualTo(200);

    String password = String.valueOf(cognito.mail.last().html()).replaceAll(".* is (.*)\\.", "$1");
    assertThat(cognito.signIn("made-up@example.com", password).text("ChallengeName"))
        .isEqualTo("NEW_PASSWORD_REQUIRED");
  }

  @Test
  void smsIsNotSupported() {
    assertThat(create("DesiredDeliveryMediums", list("SMS")).message())
        .isEqualTo("The local emulator does not support SMS, only EMAIL.");
  }

  @Test
  void adminConfirmSignUpDoesNotVerifyTheEmail() {
    cognito.signUp(EMAIL);
    Reply reply = admin("AdminConfirmSignUp", "ClientMetadata", json("why", "demo"));

    assertThat(reply.response().text()).isEqualTo("{}");
    assertThat(cognito.lambda.last().event())
        .contains("PostConfirmation_ConfirmSignUp", "CLIENT_ID_NOT_APPLICABLE")
        .contains("\"email_verified\":\"false\"", "\"clientMetadata\":{\"why\":\"demo\"}");
    assertThat(admin("AdminConfirmSignUp").message())
        .isEqualTo("User cannot be confirmed. Current status is CONFIRMED");
  }

  @Test
  void permanentPasswordConfirmsWithoutATrigger() {
    create("MessageAction", "SUPPRESS");
    int calls = cognito.lambda.invocations.size();
    assertThat(admin("AdminSetUserPassword", "Password", "weak", "Permanent", true).type())
        .isEqualTo("InvalidPasswordException");
    admin("AdminSetUserPassword", "Password", PASSWORD, "Permanent", true);

    assertThat(admin("AdminGetUser").text("UserStatus")).isEqualTo("CONFIRMED");
    assertThat(cognito.signIn(EMAIL, PASSWORD).status()).isEqualTo(200);
    assertThat(cognito.lambda.invocations).hasSize(calls);
  }

  @Test
  void temporaryPasswordMustBeChanged() {
    cognito.confirmed(EMAIL);
    admin("AdminSetUserPassword", "Password", TEMPORARY);

    assertThat(cognito.signIn(EMAIL, TEMPORARY).text("ChallengeName"))
        .isEqualTo("NEW_PASSWORD_REQUIRED");
  }

  @Test
  void deletedUserFreesTheEmail() {
    cognito.confirmed(EMAIL);
    Reply reply = admin("AdminDeleteUser");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.response().text()).isEmpty();
    assertThat(admin("AdminGetUser").type()).isEqualTo("UserNotFoundException");
    assertThat(cognito.signUp(EMAIL).status()).isEqualTo(200);
  }

  @Test
  void disabledUserCanSignInAgainOnceEnabled() {
    cognito.confirmed(EMAIL);
    String token = cognito.signIn(EMAIL, PASSWORD).text("AuthenticationResult", "AccessToken");
    admin("AdminDisableUser");
    assertThat(admin("AdminGetUser").json().get("Enabled").getAsBoolean()).isFalse();
    assertThat(cognito.call("GetUser", json("AccessToken", token)).message())
        .isEqualTo("User is disabled.");
    admin("AdminEnableUser");

    assertThat(cognito.signIn(EMAIL, PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void userIsFoundByEmailAndByUsername() {
    String sub = cognito.confirmed(EMAIL);
    Reply bySub = cognito.call("AdminGetUser", json("UserPoolId", POOL, "Username", sub));

    assertThat(bySub.response().text()).isEqualTo(admin("AdminGetUser").response().text());
    assertThat(bySub.json().keySet())
        .containsExactly(
            "Username",
            "UserAttributes",
            "UserCreateDate",
            "UserLastModifiedDate",
            "Enabled",
            "UserStatus");
    assertThat(bySub.response().text()).contains("\"UserCreateDate\":1772366400.000,");
  }
}
