package dev.gatehouse.local.cognito.operations;

import static dev.gatehouse.local.cognito.TestCognito.EMAIL;
import static dev.gatehouse.local.cognito.TestCognito.PASSWORD;
import static dev.gatehouse.local.cognito.TestCognito.PLAIN;
import static dev.gatehouse.local.cognito.TestCognito.PLAIN_POOL;
import static dev.gatehouse.local.cognito.TestCognito.POOL;
import static dev.gatehouse.local.cognito.TestCognito.json;
import static dev.gatehouse.local.cognito.TestCognito.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.TestCognito;
import dev.gatehouse.local.cognito.TestCognito.Reply;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class PlainPoolTest {
  private static final String TEMPORARY = "Temp0rary-1";

  private final TestCognito cognito = new TestCognito();

  private Reply create(String username, Object... attributes) {
    return cognito.call(
        "AdminCreateUser",
        json(
            "UserPoolId",
            PLAIN_POOL,
            "Username",
            username,
            "TemporaryPassword",
            TEMPORARY,
            "MessageAction",
            "SUPPRESS",
            "UserAttributes",
            list(attributes)));
  }

  private String client() {
    return cognito
        .call(
            "CreateUserPoolClient",
            json(
                "UserPoolId",
                PLAIN_POOL,
                "ClientName",
                "c",
                "ExplicitAuthFlows",
                list("ALLOW_USER_PASSWORD_AUTH")))
        .text("UserPoolClient", "ClientId");
  }

  private Reply respond(String client, String session, JsonObject responses) {
    responses.addProperty("USERNAME", "jane");
    responses.addProperty("NEW_PASSWORD", PASSWORD);
    return cognito.call(
        "RespondToAuthChallenge",
        json(
            "ClientId",
            client,
            "ChallengeName",
            "NEW_PASSWORD_REQUIRED",
            "Session",
            session,
            "ChallengeResponses",
            responses));
  }

  private String user(String name) {
    return cognito
        .call("AdminGetUser", json("UserPoolId", PLAIN_POOL, "Username", name))
        .toString();
  }

  @Test
  void missingRequiredAttributeIsAskedForWithTheNewPassword() {
    create("jane", json("Name", "email", "Value", EMAIL));
    String client = client();
    Reply challenge = cognito.signIn(client, "jane", TEMPORARY);
    assertThat(challenge.text("ChallengeParameters", "requiredAttributes"))
        .isEqualTo("[\"userAttributes.nickname\"]");
    assertThat(challenge.text("ChallengeParameters", "userAttributes"))
        .isEqualTo("{\"email\":\"" + EMAIL + "\"}");

    String session = challenge.text("Session");
    assertThat(respond(client, session, json()).message())
        .isEqualTo("Invalid attributes given, nickname is missing");
    Reply reply =
        respond(
            client,
            session,
            json("userAttributes.nickname", "J", "userAttributes.given_name", "Jane"));

    assertThat(reply.object("AuthenticationResult").has("IdToken")).isTrue();
    assertThat(user("jane"))
        .contains("\"Name\":\"nickname\",\"Value\":\"J\"")
        .contains("\"Name\":\"given_name\",\"Value\":\"Jane\"")
        .doesNotContain("email_verified");
  }

  @Test
  void attributesOfTheChallengeFollowTheSchemaAndTheClient() {
    create("jane");
    String client = client();
    String session = cognito.signIn(client, "jane", TEMPORARY).text("Session");
    assertThat(respond(client, session, json("userAttributes.color", "red")).message())
        .contains("color: Attribute does not exist in the schema.");
    assertThat(respond(client, session, json("userAttributes.email_verified", "true")).message())
        .isEqualTo("A client attempted to write unauthorized attribute");
  }

  @Test
  void duplicateHasTheMessageOfTheOperation() {
    create("jane");
    assertThat(create("jane").message()).isEqualTo("User account already exists");
    Reply reply =
        cognito.call(
            "SignUp",
            json(
                "ClientId",
                PLAIN,
                "Username",
                "jane",
                "Password",
                PASSWORD,
                "UserAttributes",
                list(json("Name", "nickname", "Value", "J"))));
    assertThat(reply.message()).isEqualTo("User already exists");
  }

  @Test
  void subFindsTheUser() {
    JsonObject attribute =
        create("jane").object("User").getAsJsonArray("Attributes").get(0).getAsJsonObject();
    String sub = attribute.get("Value").getAsString();

    assertThat(user(sub)).contains("\"Username\":\"jane\"");
    cognito.restart();
    assertThat(user(sub)).contains("\"Username\":\"jane\"");
    cognito.call("AdminDeleteUser", json("UserPoolId", PLAIN_POOL, "Username", sub));
    assertThat(user(sub)).contains("User does not exist.");
  }

  @Test
  void pythonsTrueVerifiesTheAddress() {
    create(
        "jane",
        json("Name", "email", "Value", EMAIL),
        json("Name", "email_verified", "Value", "True"));
    assertThat(user("jane")).contains("\"Name\":\"email_verified\",\"Value\":\"true\"");
  }

  @Test
  void signUpThatLosesARaceHasAnErrorOfItsOwn() {
    AtomicBoolean first = new AtomicBoolean(true);
    cognito.lambda.changeEvent(
        "pre-sign-up",
        event -> {
          if (first.getAndSet(false)) {
            assertThat(cognito.signUp(EMAIL).status()).isEqualTo(200);
          }
          return event;
        });

    Reply reply = cognito.signUp(EMAIL);

    assertThat(reply.type()).isEqualTo("InvalidParameterException");
    assertThat(reply.message()).isEqualTo("Alias entry already exists for a different username");
    assertThat(cognito.signUp(EMAIL).type()).isEqualTo("UsernameExistsException");
    assertThat(cognito.call("ListUsers", json("UserPoolId", POOL)).json().getAsJsonArray("Users"))
        .hasSize(1);
  }
}
