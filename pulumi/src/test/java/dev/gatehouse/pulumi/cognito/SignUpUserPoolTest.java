package dev.gatehouse.pulumi.cognito;

import static dev.gatehouse.pulumi.plan.RecordedPlan.PLAN;
import static dev.gatehouse.pulumi.plan.RecordedPlan.input;
import static dev.gatehouse.pulumi.plan.RecordedPlan.inputs;
import static dev.gatehouse.pulumi.plan.RecordedPlan.output;
import static dev.gatehouse.pulumi.plan.RecordedPlan.text;
import static dev.gatehouse.pulumi.plan.RecordedPlan.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SignUpUserPoolTest {
  private static final String POOL = "aws:cognito/userPool:UserPool";
  private static final String TABLE = "aws:dynamodb/table:Table";
  private static final String ALIAS = "aws:lambda/alias:Alias";
  private static final String PERMISSION = "aws:lambda/permission:Permission";

  @Test
  void everyTriggerIsTheAliasOfItsFunction() {
    Map<String, String> attached = new HashMap<>();
    inputs(PLAN.only(POOL))
        .getAsJsonObject("lambdaConfig")
        .asMap()
        .forEach((trigger, arn) -> attached.put(trigger, arn.getAsString()));

    assertThat(attached)
        .isEqualTo(
            Map.of(
                "preSignUp", output(PLAN.named(ALIAS, "pre-sign-up"), "arn"),
                "customMessage", output(PLAN.named(ALIAS, "custom-message"), "arn"),
                "postConfirmation", output(PLAN.named(ALIAS, "post-confirmation"), "arn")));
    assertThat(attached.values()).allMatch(arn -> arn.endsWith(":live"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pre-sign-up", "custom-message", "post-confirmation"})
  void onlyThisPoolMayInvokeATrigger(String name) {
    JsonObject permission = PLAN.named(PERMISSION, name + "-invoked-by-cognito");

    assertThat(input(permission, "function")).isEqualTo("gatehouse-local-" + name);
    assertThat(input(permission, "principal")).isEqualTo("cognito-idp.amazonaws.com");
    assertThat(input(permission, "sourceArn")).isEqualTo(output(PLAN.only(POOL), "arn"));
  }

  @Test
  void poolClientAndTablesAreProtected() {
    assertThat(PLAN.resources())
        .filteredOn(it -> it.get("protect").getAsBoolean())
        .extracting(it -> text(it, "type"))
        .containsExactlyInAnyOrder(POOL, TABLE, TABLE, "aws:cognito/userPoolClient:UserPoolClient");
    assertThat(input(PLAN.only(POOL), "deletionProtection")).isEqualTo("ACTIVE");
    assertThat(inputs(PLAN.named(TABLE, "users")).get("deletionProtectionEnabled").getAsBoolean())
        .isTrue();
  }

  @Test
  void usernameIsACaseInsensitiveEmailAddress() {
    JsonObject pool = inputs(PLAN.only(POOL));

    assertThat(texts(pool, "usernameAttributes")).containsExactly("email");
    assertThat(texts(pool, "autoVerifiedAttributes")).containsExactly("email");
    assertThat(pool.getAsJsonObject("usernameConfiguration").get("caseSensitive").getAsBoolean())
        .isFalse();
  }

  @Test
  void cognitoSendsMailsAsTheIdentity() {
    assertThat(inputs(PLAN.only(POOL)).getAsJsonObject("emailConfiguration").toString())
        .isEqualTo(
            "{\"configurationSet\":\"gatehouse-local-user-mail\","
                + "\"emailSendingAccount\":\"DEVELOPER\","
                + "\"fromEmailAddress\":\"Gatehouse <no-reply@gatehouse.test>\","
                + "\"sourceArn\":\"arn:aws:ses:us-east-1:000000000000:identity/gatehouse.test\"}");
  }
}
