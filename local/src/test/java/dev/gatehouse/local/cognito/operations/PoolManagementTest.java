package dev.gatehouse.local.cognito.operations;

import static dev.gatehouse.local.cognito.TestCognito.EMAIL;
import static dev.gatehouse.local.cognito.TestCognito.PASSWORD;
import static dev.gatehouse.local.cognito.TestCognito.POOL;
import static dev.gatehouse.local.cognito.TestCognito.json;
import static dev.gatehouse.local.cognito.TestCognito.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.TestCognito;
import dev.gatehouse.local.cognito.TestCognito.Reply;
import java.time.Duration;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

final class PoolManagementTest {
  private final TestCognito cognito = new TestCognito();

  private JsonObject create(Object... settings) {
    JsonObject body = json(settings);
    body.addProperty("PoolName", "p");
    return cognito.call("CreateUserPool", body).object("UserPool");
  }

  private String id(Object... settings) {
    return create(settings).get("Id").getAsString();
  }

  private JsonObject describe(String pool) {
    return cognito.call("DescribeUserPool", json("UserPoolId", pool)).object("UserPool");
  }

  private static JsonObject attribute(JsonObject pool, String name) {
    return StreamSupport.stream(pool.getAsJsonArray("SchemaAttributes").spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .filter(each -> each.get("Name").getAsString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void newPoolHasAwssWholeShape() {
    JsonObject pool = create();
    assertThat(pool.keySet())
        .containsExactlyInAnyOrder(
            "Id",
            "Name",
            "Policies",
            "DeletionProtection",
            "LambdaConfig",
            "LastModifiedDate",
            "CreationDate",
            "SchemaAttributes",
            "VerificationMessageTemplate",
            "UserAttributeUpdateSettings",
            "MfaConfiguration",
            "EstimatedNumberOfUsers",
            "EmailConfiguration",
            "AdminCreateUserConfig",
            "Arn",
            "UserPoolTier");
    assertThat(pool.get("Policies").toString())
        .isEqualTo(
            "{\"PasswordPolicy\":{\"MinimumLength\":8,\"RequireUppercase\":true,"
                + "\"RequireLowercase\":true,\"RequireNumbers\":true,\"RequireSymbols\":true,"
                + "\"TemporaryPasswordValidityDays\":7},"
                + "\"SignInPolicy\":{\"AllowedFirstAuthFactors\":[\"PASSWORD\"]}}");
    assertThat(pool.get("AdminCreateUserConfig").toString())
        .isEqualTo("{\"AllowAdminCreateUserOnly\":false,\"UnusedAccountValidityDays\":7}");
    assertThat(pool.get("UserPoolTier").getAsString()).isEqualTo("ESSENTIALS");
  }

  @Test
  void standardAttributesHaveTheirTypes() {
    JsonObject pool = create();
    assertThat(attribute(pool, "email_verified").toString())
        .isEqualTo(
            "{\"Name\":\"email_verified\",\"AttributeDataType\":\"Boolean\","
                + "\"DeveloperOnlyAttribute\":false,\"Mutable\":true,\"Required\":false}");
    assertThat(attribute(pool, "updated_at").toString())
        .contains("\"Number\"", "\"NumberAttributeConstraints\":{\"MinValue\":\"0\"}");
    assertThat(attribute(pool, "sub").toString())
        .contains(
            "\"Mutable\":false,\"Required\":true",
            "\"StringAttributeConstraints\":{\"MinLength\":\"1\",\"MaxLength\":\"2048\"}");
    assertThat(attribute(pool, "birthdate").toString())
        .contains("{\"MinLength\":\"10\",\"MaxLength\":\"10\"}");
  }

  @Test
  void givenSettingsAreReturned() {
    JsonObject pool =
        create(
            "DeletionProtection",
            "ACTIVE",
            "AdminCreateUserConfig",
            json("AllowAdminCreateUserOnly", true, "UnusedAccountValidityDays", 3),
            "VerificationMessageTemplate",
            json("EmailSubject", "Hello"),
            "Schema",
            list(
                json("Name", "age", "AttributeDataType", "Number", "Mutable", true),
                json("Name", "email", "Required", true)));
    assertThat(pool.get("DeletionProtection").getAsString()).isEqualTo("ACTIVE");
    assertThat(pool.get("AdminCreateUserConfig").toString())
        .isEqualTo("{\"AllowAdminCreateUserOnly\":true,\"UnusedAccountValidityDays\":3}");
    assertThat(pool.get("VerificationMessageTemplate").toString())
        .isEqualTo("{\"DefaultEmailOption\":\"CONFIRM_WITH_CODE\",\"EmailSubject\":\"Hello\"}");
    assertThat(pool.getAsJsonObject("Policies").toString())
        .contains("\"TemporaryPasswordValidityDays\":3");
    assertThat(attribute(pool, "custom:age").toString()).contains("\"Number\"");
    assertThat(attribute(pool, "email").toString()).contains("\"Required\":true");
  }

  @Test
  void valuesConformToTheirTypes() {
    String pool =
        id(
            "Schema",
            list(
                json(
                    "Name",
                    "age",
                    "AttributeDataType",
                    "Number",
                    "NumberAttributeConstraints",
                    json("MinValue", "1", "MaxValue", "150")),
                json("Name", "member", "AttributeDataType", "Boolean"),
                json("Name", "since", "AttributeDataType", "DateTime")));
    assertThat(user(pool, "a", "custom:age", "0").message())
        .isEqualTo(
            "Attributes did not conform to the schema: custom:age: Number is not within its"
                + " bounds");
    assertThat(user(pool, "a", "custom:age", "old").status()).isEqualTo(400);
    assertThat(user(pool, "a", "custom:member", "maybe").status()).isEqualTo(400);
    assertThat(user(pool, "a", "custom:since", "yesterday").status()).isEqualTo(400);
    assertThat(user(pool, "a", "custom:age", "1").status()).isEqualTo(200);
    assertThat(user(pool, "b", "custom:member", "true").status()).isEqualTo(200);
    assertThat(user(pool, "c", "custom:since", "2026-03-01T12:00:00Z").status()).isEqualTo(200);
  }

  private Reply user(String pool, String name, String attribute, String value) {
    return cognito.call(
        "AdminCreateUser",
        json(
            "UserPoolId",
            pool,
            "Username",
            name,
            "UserAttributes",
            list(json("Name", attribute, "Value", value))));
  }

  @Test
  void updateResetsWhatItDoesNotGive() {
    String pool =
        id(
            "AdminCreateUserConfig",
            json("AllowAdminCreateUserOnly", true),
            "UsernameConfiguration",
            json("CaseSensitive", false),
            "UserPoolTags",
            json("a", "b"));
    cognito.clock.pass(Duration.ofMinutes(1));
    Reply reply =
        cognito.call(
            "UpdateUserPool",
            json(
                "UserPoolId", pool, "Policies", json("PasswordPolicy", json("MinimumLength", 12))));
    assertThat(reply.response().text()).isEqualTo("{}");

    JsonObject described = describe(pool);
    assertThat(described.getAsJsonObject("Policies").toString()).contains("\"MinimumLength\":12");
    assertThat(described.getAsJsonObject("AdminCreateUserConfig").toString()).contains("false");
    assertThat(described.has("UsernameConfiguration")).isTrue();
    assertThat(described.has("UserPoolTags")).isTrue();
    assertThat(described.get("LastModifiedDate").getAsDouble())
        .isGreaterThan(described.get("CreationDate").getAsDouble());
    assertThat(
            cognito
                .call("UpdateUserPool", json("UserPoolId", pool, "SmsConfiguration", json("a", 1)))
                .message())
        .isEqualTo("SmsConfiguration.a is not supported.");
  }

  @Test
  void deletedPoolIsGoneUnlessItIsProtected() {
    assertThat(cognito.call("DeleteUserPool", json("UserPoolId", POOL)).message())
        .isEqualTo(
            "The user pool cannot be deleted because deletion protection is activated."
                + " Deletion protection must be inactivated first.");
    String pool = id();
    assertThat(cognito.call("DeleteUserPool", json("UserPoolId", pool)).response().text())
        .isEmpty();
    cognito.restart();
    assertThat(cognito.call("DescribeUserPool", json("UserPoolId", pool)).message())
        .isEqualTo("User pool " + pool + " does not exist.");
  }

  @Test
  void customAttributesAreAdded() {
    String pool = id("Schema", list(json("Name", "team", "AttributeDataType", "String")));
    Reply reply = add(pool, json("Name", "level", "AttributeDataType", "Number"));
    assertThat(reply.response().text()).isEqualTo("{}");
    assertThat(attribute(describe(pool), "custom:level").toString()).contains("\"Number\"");
    assertThat(attribute(describe(pool), "custom:team").toString()).contains("\"String\"");
    assertThat(add(pool, json("Name", "team")).message())
        .isEqualTo("custom:team: Existing attribute already has name custom:team.");
    assertThat(add(pool, json("Name", "x", "Required", true)).message())
        .isEqualTo("Required custom attributes are not supported currently.");
  }

  private Reply add(String pool, JsonObject attribute) {
    return cognito.call(
        "AddCustomAttributes", json("UserPoolId", pool, "CustomAttributes", list(attribute)));
  }

  @Test
  void tagsAreChangedByArn() {
    JsonObject pool = create();
    String arn = pool.get("Arn").getAsString();
    cognito.call("TagResource", json("ResourceArn", arn, "Tags", json("a", "1", "b", "2")));
    cognito.call("UntagResource", json("ResourceArn", arn, "TagKeys", list("a")));
    assertThat(cognito.call("ListTagsForResource", json("ResourceArn", arn)).toString())
        .isEqualTo("200 {\"Tags\":{\"b\":\"2\"}}");
    assertThat(describe(pool.get("Id").getAsString()).get("UserPoolTags").toString())
        .isEqualTo("{\"b\":\"2\"}");
    assertThat(cognito.call("ListTagsForResource", json("ResourceArn", arn + "x")).type())
        .isEqualTo("ResourceNotFoundException");
  }

  @Test
  void clientIsUpdatedAndDeleted() {
    cognito.confirmed(EMAIL);
    Reply created =
        cognito.call(
            "CreateUserPoolClient",
            json(
                "UserPoolId",
                POOL,
                "ClientName",
                "c",
                "PreventUserExistenceErrors",
                "ENABLED",
                "ExplicitAuthFlows",
                list("ALLOW_USER_PASSWORD_AUTH")));
    String client = created.text("UserPoolClient", "ClientId");
    Reply updated =
        cognito.call(
            "UpdateUserPoolClient",
            json(
                "UserPoolId",
                POOL,
                "ClientId",
                client,
                "ExplicitAuthFlows",
                list("ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH")));
    assertThat(updated.text("UserPoolClient", "ClientName")).isEqualTo("c");
    assertThat(updated.text("UserPoolClient", "PreventUserExistenceErrors")).isEqualTo("LEGACY");
    assertThat(updated.toString())
        .contains("[\"ALLOW_USER_PASSWORD_AUTH\",\"ALLOW_USER_SRP_AUTH\"]");

    String token =
        cognito.signIn(client, EMAIL, PASSWORD).text("AuthenticationResult", "AccessToken");
    JsonObject both = json("UserPoolId", POOL, "ClientId", client);
    assertThat(cognito.call("DeleteUserPoolClient", both).response().text()).isEmpty();
    assertThat(cognito.call("GetUser", json("AccessToken", token)).message())
        .isEqualTo("Invalid Access Token");
    assertThat(cognito.call("DeleteUserPoolClient", both).message())
        .isEqualTo("User pool client " + client + " does not exist.");
  }
}
