package dev.gatehouse.local.cognito.operations;

import static dev.gatehouse.local.cognito.TestCognito.PASSWORD;
import static dev.gatehouse.local.cognito.TestCognito.json;
import static dev.gatehouse.local.cognito.TestCognito.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.TestCognito;
import dev.gatehouse.local.cognito.TestCognito.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pools whose users sign in by a user name or an alias. */
class AliasTest {
  private static final String ADDRESS = "jane@example.com";
  private static final String TAKEN = "An account with the email already exists.";

  private final TestCognito cognito = new TestCognito();
  private String pool = "";
  private String client = "";

  @BeforeEach
  void createPool() {
    pool =
        cognito
            .call(
                "CreateUserPool",
                json(
                    "PoolName",
                    "aliases",
                    "AliasAttributes",
                    list("email", "phone_number", "preferred_username"),
                    "UsernameConfiguration",
                    json("CaseSensitive", false),
                    "AutoVerifiedAttributes",
                    list("email")))
            .text("UserPool", "Id");
    client =
        cognito
            .call(
                "CreateUserPoolClient",
                json(
                    "UserPoolId",
                    pool,
                    "ClientName",
                    "aliases",
                    "ExplicitAuthFlows",
                    list("ALLOW_USER_PASSWORD_AUTH")))
            .text("UserPoolClient", "ClientId");
  }

  private static JsonObject attribute(String name, String value) {
    return json("Name", name, "Value", value);
  }

  private Reply signUp(String username, Object... attributes) {
    return cognito.call(
        "SignUp",
        json(
            "ClientId",
            client,
            "Username",
            username,
            "Password",
            PASSWORD,
            "UserAttributes",
            list(attributes)));
  }

  private Reply confirm(String username, boolean force) {
    return cognito.call(
        "ConfirmSignUp",
        json(
            "ClientId",
            client,
            "Username",
            username,
            "ConfirmationCode",
            cognito.mail.code(),
            "ForceAliasCreation",
            force));
  }

  private Reply signIn(String name) {
    return cognito.signIn(client, name, PASSWORD);
  }

  private Reply update(String username, Object... attributes) {
    return cognito.call(
        "AdminUpdateUserAttributes",
        json("UserPoolId", pool, "Username", username, "UserAttributes", list(attributes)));
  }

  private JsonObject user(String username) {
    return cognito.call("AdminGetUser", json("UserPoolId", pool, "Username", username)).json();
  }

  private void confirmed(String username) {
    signUp(username, attribute("email", ADDRESS));
    assertThat(confirm(username, false).toString()).isEqualTo("200 {}");
  }

  @Test
  void addressSignsInOnceItIsVerified() {
    signUp("jane", attribute("email", ADDRESS));
    assertThat(signIn(ADDRESS).type()).isEqualTo("UserNotFoundException");
    assertThat(signIn("jane").type()).isEqualTo("UserNotConfirmedException");
    confirm("jane", false);
    for (String name : new String[] {"jane", ADDRESS, "JANE@example.com"}) {
      assertThat(signIn(name).status()).as(name).isEqualTo(200);
    }
    update("jane", attribute("email", "other@example.com"));
    assertThat(signIn(ADDRESS).type()).isEqualTo("UserNotFoundException");
  }

  @Test
  void addressOfAnotherIsFoundAtTheConfirmation() {
    confirmed("jane");
    assertThat(signUp("joan", attribute("email", ADDRESS)).status()).isEqualTo(200);
    Reply reply = confirm("joan", false);
    assertThat(reply.type()).isEqualTo("AliasExistsException");
    assertThat(reply.message()).isEqualTo(TAKEN);
    assertThat(user(ADDRESS).get("Username").getAsString()).isEqualTo("jane");
  }

  @Test
  void aliasMovesOnlyByForce() {
    confirmed("jane");
    signUp("joan", attribute("email", ADDRESS));
    assertThat(confirm("joan", true).status()).isEqualTo(200);
    assertThat(user(ADDRESS).get("Username").getAsString()).isEqualTo("joan");
    assertThat(user("jane").toString())
        .contains("{\"Name\":\"email_verified\",\"Value\":\"false\"}");
    assertThat(signIn("jane").status()).isEqualTo(200);
  }

  @Test
  void administratorCreatesAndChangesUsersUnderTheSameRule() {
    confirmed("jane");
    JsonObject joan =
        json(
            "UserPoolId",
            pool,
            "Username",
            "joan",
            "MessageAction",
            "SUPPRESS",
            "UserAttributes",
            list(attribute("email", ADDRESS), attribute("email_verified", "true")));
    assertThat(cognito.call("AdminCreateUser", joan).message()).isEqualTo(TAKEN);
    joan.addProperty("ForceAliasCreation", true);
    assertThat(cognito.call("AdminCreateUser", joan).status()).isEqualTo(200);
    assertThat(user(ADDRESS).get("Username").getAsString()).isEqualTo("joan");
    assertThat(update("jane", attribute("email_verified", "true")).message()).isEqualTo(TAKEN);
  }

  @Test
  void preferredUsernameIsSetAfterTheConfirmation() {
    String refusal =
        "Preferred username cannot be provided for unconfirmed account, since user pool is"
            + " configured for preferred username alias.";
    JsonObject preferred = attribute("preferred_username", "boss");
    assertThat(signUp("jane", attribute("email", ADDRESS), preferred).message()).isEqualTo(refusal);
    signUp("jane", attribute("email", ADDRESS));
    assertThat(update("jane", preferred).message()).isEqualTo(refusal);
    confirm("jane", false);

    String token = signIn("jane").text("AuthenticationResult", "AccessToken");
    Reply reply =
        cognito.call(
            "UpdateUserAttributes", json("AccessToken", token, "UserAttributes", list(preferred)));

    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    assertThat(signIn("boss").status()).isEqualTo(200);
    signUp("joan", attribute("email", "joan@example.com"));
    confirm("joan", false);
    assertThat(update("joan", preferred).message())
        .isEqualTo("An account with the preferred_username already exists.");
  }

  @Test
  void userNameDoesNotLookLikeAnAlias() {
    assertThat(signUp(ADDRESS, attribute("email", ADDRESS)).message())
        .isEqualTo(
            "Username cannot be of email format, since user pool is configured for email alias.");
    assertThat(signUp("+12065550100", attribute("email", ADDRESS)).message())
        .isEqualTo(
            "Username cannot be of phone number format, since user pool is configured for phone"
                + " number alias.");
  }

  @Test
  void aliasesAndUsernameAttributesExcludeEachOther() {
    assertThat(
            cognito
                .call(
                    "CreateUserPool",
                    json(
                        "PoolName",
                        "both",
                        "AliasAttributes",
                        list("email"),
                        "UsernameAttributes",
                        list("email")))
                .message())
        .isEqualTo(
            "Only one of the aliasAttributes or usernameAttributes can be set in a user pool.");
  }
}
