package dev.gatehouse.local.cognito.operations;

import static dev.gatehouse.local.cognito.TestCognito.BACKEND;
import static dev.gatehouse.local.cognito.TestCognito.BACKEND_SECRET;
import static dev.gatehouse.local.cognito.TestCognito.CLIENT;
import static dev.gatehouse.local.cognito.TestCognito.EMAIL;
import static dev.gatehouse.local.cognito.TestCognito.PASSWORD;
import static dev.gatehouse.local.cognito.TestCognito.PLAIN;
import static dev.gatehouse.local.cognito.TestCognito.PLAIN_POOL;
import static dev.gatehouse.local.cognito.TestCognito.POOL;
import static dev.gatehouse.local.cognito.TestCognito.json;
import static dev.gatehouse.local.cognito.TestCognito.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.local.cognito.TestCognito;
import dev.gatehouse.local.cognito.TestCognito.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

final class UserPoolOperationsTest {
  private static final String FUNCTION =
      "arn:aws:lambda:us-east-1:000000000000:function:gatehouse-local-pre-sign-up:live";
  private final TestCognito cognito = new TestCognito();

  private Reply create(Object... settings) {
    JsonObject body = json("PoolName", "made here");
    json(settings).asMap().forEach(body::add);
    return cognito.call("CreateUserPool", body);
  }

  @Test
  void describeUserPoolReturnsThePoolOfThePlan() {
    JsonObject pool = cognito.call("DescribeUserPool", json("UserPoolId", POOL)).object("UserPool");

    assertThat(pool.get("Id").getAsString()).isEqualTo(POOL);
    assertThat(pool.get("Name").getAsString()).isEqualTo("gatehouse-local-users");
    assertThat(pool.get("Arn").getAsString()).endsWith(":userpool/" + POOL);
    assertThat(pool.getAsJsonObject("LambdaConfig").get("PreSignUp").getAsString())
        .isEqualTo(FUNCTION);
    assertThat(pool.getAsJsonObject("EmailConfiguration").get("From").getAsString())
        .isEqualTo("Gatehouse <no-reply@gatehouse.test>");
    assertThat(pool.getAsJsonObject("Policies").get("PasswordPolicy"))
        .isEqualTo(
            json(
                "MinimumLength", 8,
                "RequireUppercase", true,
                "RequireLowercase", true,
                "RequireNumbers", true,
                "RequireSymbols", false,
                "TemporaryPasswordValidityDays", 7));
    assertThat(pool.get("UsernameAttributes")).isEqualTo(list("email"));
    assertThat(pool.get("EstimatedNumberOfUsers").getAsInt()).isZero();
  }

  @Test
  void describeUserPoolClientReturnsTheClientOfThePlan() {
    JsonObject client = describe(POOL, CLIENT).object("UserPoolClient");

    assertThat(client.get("ClientName").getAsString()).isEqualTo("gatehouse-local-api");
    assertThat(client.has("ClientSecret")).isFalse();
    assertThat(client.get("PreventUserExistenceErrors").getAsString()).isEqualTo("ENABLED");
    assertThat(client.get("ExplicitAuthFlows"))
        .isEqualTo(
            list("ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH"));
    assertThat(client.getAsJsonObject("TokenValidityUnits").get("AccessToken").getAsString())
        .isEqualTo("minutes");
    assertThat(describe(POOL, BACKEND).text("UserPoolClient", "ClientSecret"))
        .isEqualTo(BACKEND_SECRET);
  }

  @Test
  void clientHasCognitosDefaults() {
    JsonObject client = describe(PLAIN_POOL, PLAIN).object("UserPoolClient");

    assertThat(client.get("PreventUserExistenceErrors").getAsString()).isEqualTo("LEGACY");
    assertThat(client.get("EnableTokenRevocation").getAsBoolean()).isTrue();
    assertThat(client.get("RefreshTokenValidity").getAsInt()).isEqualTo(30);
    assertThat(client.get("ExplicitAuthFlows"))
        .isEqualTo(list("ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"));
  }

  private Reply describe(String pool, String client) {
    return cognito.call("DescribeUserPoolClient", json("UserPoolId", pool, "ClientId", client));
  }

  @Test
  void clientOfAnotherPoolIsNotFound() {
    assertThat(describe(PLAIN_POOL, CLIENT).message())
        .isEqualTo("User pool client " + CLIENT + " does not exist.");
  }

  @Test
  void poolsAreListedPageByPage() {
    Reply first = cognito.call("ListUserPools", json("MaxResults", 1));
    Reply second =
        cognito.call("ListUserPools", json("MaxResults", 1, "NextToken", first.text("NextToken")));

    assertThat(first.response().text()).contains(POOL).doesNotContain(PLAIN_POOL);
    assertThat(second.response().text()).contains(PLAIN_POOL);
    assertThat(second.json().has("NextToken")).isFalse();
  }

  @Test
  void clientsAreListed() {
    assertThat(
            cognito
                .call("ListUserPoolClients", json("UserPoolId", PLAIN_POOL))
                .json()
                .get("UserPoolClients"))
        .isEqualTo(list(json("ClientId", PLAIN, "UserPoolId", PLAIN_POOL, "ClientName", "plain")));
  }

  @Test
  void createdPoolInvokesFunctionsOfThePlan() {
    Reply pool =
        create(
            "LambdaConfig", json("PreSignUp", FUNCTION),
            "UsernameAttributes", list("email"),
            "AutoVerifiedAttributes", list("email"));
    String id = pool.text("UserPool", "Id");
    assertThat(id).matches("us-east-1_[0-9a-zA-Z]{9}");
    Reply client =
        cognito.call(
            "CreateUserPoolClient",
            json("UserPoolId", id, "ClientName", "web", "GenerateSecret", true));
    assertThat(client.text("UserPoolClient", "ClientId")).matches("[0-9a-z]{26}");
    assertThat(client.text("UserPoolClient", "ClientSecret")).matches("[0-9a-z]{52}");

    String open =
        cognito
            .call("CreateUserPoolClient", json("UserPoolId", id, "ClientName", "open"))
            .text("UserPoolClient", "ClientId");
    Reply signUp =
        cognito.call("SignUp", json("ClientId", open, "Username", EMAIL, "Password", PASSWORD));
    assertThat(signUp.status()).isEqualTo(200);
    assertThat(cognito.lambda.last().source()).isEqualTo("PreSignUp_SignUp");
    assertThat(cognito.lambda.last().sourceArn()).endsWith(":userpool/" + id);
    assertThat(cognito.mail.last().source()).isEqualTo("no-reply@verificationemail.com");
  }

  @Test
  void defaultPolicyRequiresEightCharactersOfEveryKind() {
    assertThat(create().object("UserPool").getAsJsonObject("Policies").get("PasswordPolicy"))
        .isEqualTo(
            json(
                "MinimumLength", 8,
                "RequireUppercase", true,
                "RequireLowercase", true,
                "RequireNumbers", true,
                "RequireSymbols", true,
                "TemporaryPasswordValidityDays", 7));
  }

  @Test
  void customMessagesRequireAnOwnSesIdentity() {
    String custom = FUNCTION.replace("pre-sign-up", "custom-message");
    String id =
        create(
                "LambdaConfig", json("CustomMessage", custom),
                "AutoVerifiedAttributes", list("email"))
            .text("UserPool", "Id");
    cognito.lambda.changeResponse(
        "custom-message", response -> response.addProperty("emailMessage", "Code {####}"));
    String client =
        cognito
            .call("CreateUserPoolClient", json("UserPoolId", id, "ClientName", "open"))
            .text("UserPoolClient", "ClientId");
    Reply reply =
        cognito.call(
            "SignUp",
            json(
                "ClientId",
                client,
                "Username",
                "jane",
                "Password",
                PASSWORD,
                "UserAttributes",
                list(json("Name", "email", "Value", EMAIL))));

    assertThat(reply.type()).isEqualTo("InvalidLambdaResponseException");
    assertThat(reply.message())
        .isEqualTo("CustomMessage may customize e-mails only if EmailSendingAccount is DEVELOPER.");
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "unsupported-pool-settings.csv",
      delimiter = '|',
      quoteCharacter = '\'')
  void unsupportedPoolSettingIsRejected(String setting, String value, String message) {
    JsonObject body =
        JsonParser.parseString("{\"" + setting + "\":" + value + "}").getAsJsonObject();
    body.addProperty("PoolName", "p");
    Reply reply = cognito.call("CreateUserPool", body);

    assertThat(reply.type()).isEqualTo("InvalidParameterException");
    assertThat(reply.message()).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AccessTokenValidity | 25 | AccessTokenValidity has to be between PT5M and PT24H.",
        "ExplicitAuthFlows | [\"ALLOW_ALL\"] |"
            + " ExplicitAuthFlows has the unsupported value \"ALLOW_ALL\"",
        "AllowedOAuthFlowsUserPoolClient | true | AllowedOAuthFlows has to contain",
        "SupportedIdentityProviders | [\"Google\"] | SupportedIdentityProviders has the"
            + " unsupported",
        "RefreshTokenRotation | {\"Feature\":\"ENABLED\",\"RetryGracePeriodSeconds\":61} |"
            + " RefreshTokenRotation.RetryGracePeriodSeconds has to be between 0 and 60.",
        "AnalyticsConfiguration | {\"ApplicationId\":\"1\"} | AnalyticsConfiguration is not"
            + " supported"
      })
  void unsupportedClientSettingIsRejected(String setting, String value, String message) {
    JsonObject body =
        JsonParser.parseString("{\"" + setting + "\":" + value + "}").getAsJsonObject();
    body.addProperty("UserPoolId", POOL);
    body.addProperty("ClientName", "c");
    Reply reply = cognito.call("CreateUserPoolClient", body);

    assertThat(reply.type()).isEqualTo("InvalidParameterException");
    assertThat(reply.message()).startsWith(message);
  }

  @Test
  void clientReadsAndWritesOnlyItsAttributes() {
    String client =
        cognito
            .call(
                "CreateUserPoolClient",
                json(
                    "UserPoolId", POOL,
                    "ClientName", "narrow",
                    "ExplicitAuthFlows", list("ALLOW_USER_PASSWORD_AUTH"),
                    "ReadAttributes", list("email"),
                    "WriteAttributes", list("email", "name")))
            .text("UserPoolClient", "ClientId");
    JsonObject signUp = json("ClientId", client, "Username", EMAIL, "Password", PASSWORD);
    signUp.add("UserAttributes", list(json("Name", "locale", "Value", "de")));
    assertThat(cognito.call("SignUp", signUp).type()).isEqualTo("NotAuthorizedException");
    signUp.add("UserAttributes", list(json("Name", "name", "Value", "Jane")));
    cognito.call("SignUp", signUp);
    cognito.confirm(EMAIL, cognito.mail.code());
    String token =
        cognito.signIn(client, EMAIL, PASSWORD).text("AuthenticationResult", "AccessToken");

    assertThat(cognito.call("GetUser", json("AccessToken", token)).response().text())
        .contains("\"email\"")
        .doesNotContain("Jane\"");
  }
}
