package dev.gatehouse.pulumi.plan;

import static dev.gatehouse.pulumi.plan.RecordedPlan.LOCAL;
import static dev.gatehouse.pulumi.plan.RecordedPlan.PLAN;
import static dev.gatehouse.pulumi.plan.RecordedPlan.input;
import static dev.gatehouse.pulumi.plan.RecordedPlan.inputs;
import static dev.gatehouse.pulumi.plan.RecordedPlan.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.pulumi.plan.engine.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stack whose settings differ from their defaults. */
final class ChangedSettingsTest {
  private static final StackSettings SETTINGS =
      LOCAL
          .with("gatehouse:environmentVariables", "{\"USERS_TABLE\":\"mine\",\"EXTRA\":\"1\"}")
          .with("gatehouse:emailAllowlist", "reject")
          .with("gatehouse:emailAllow", "[\"example.com\",\"a@example.org\"]")
          .with("gatehouse:emailDeny", "[\"example.net\"]")
          .with("gatehouse:productName", "Other")
          .with("gatehouse:stageName", "v1")
          .with("gatehouse:logRetentionInDays", "30")
          .with("gatehouse:lambdaArchitecture", "x86_64")
          .with("gatehouse:lambdaMemory", "2048")
          .with("gatehouse:snapStart", "false")
          .with("gatehouse:protectData", "false")
          .with("gatehouse:sesIdentityPolicy", "false")
          .with("gatehouse:disableExecuteApiEndpoint", "false")
          .with("gatehouse:passwordMinimumLength", "12")
          .with("gatehouse:accessTokenMinutes", "15")
          .with("gatehouse:idTokenMinutes", "20")
          .with("gatehouse:refreshTokenDays", "7")
          .with("aws:region", "eu-west-1")
          .with("gatehouse:functionMemory", "{\"post-confirmation\":512}")
          .with("gatehouse:deployment", "2")
          .with("gatehouse:userPoolTier", "PLUS")
          .with("gatehouse:signUpClientIds", "[\"1example23456789\",\"2example23456789\"]")
          .with("gatehouse:resetPasswordAfterSecondSignUp", "true")
          .with("gatehouse:removeUnconfirmedAfterDays", "30")
          .with("gatehouse:checkTokenOnReads", "true")
          .with("gatehouse:sourceAddressKey", "4f1d2c3b4a59687796a5b4c3d2e1f00f");

  private static final Recording RECORDING =
      new PlanRecorder(InlineProgram.app(false), RecordedPlan.DIRECTORY).record(SETTINGS);
  private static final RecordedPlan CHANGED =
      new RecordedPlan("", PlanWriter.plan(SETTINGS, RECORDING));

  @ParameterizedTest
  @CsvSource({
    "pre-sign-up, SIGN_UP_CLIENT_IDS, '1example23456789,2example23456789'",
    "api, CHECK_TOKEN_ON_READS, true",
    "api, SOURCE_ADDRESS_KEY, 4f1d2c3b4a59687796a5b4c3d2e1f00f",
    "api, RESET_PASSWORD_AFTER_SECOND_SIGN_UP, true",
    "reconcile, REMOVE_UNCONFIRMED_AFTER, P30D",
  })
  void settingIsAVariableOfItsFunctionAndOffByDefault(
      String function, String variable, String value) {
    assertThat(text(CHANGED.variables(function), variable)).isEqualTo(value);
    assertThat(PLAN.variables(function).has(variable)).isFalse();
  }

  /** Lambda publishes a version only if something of the function differs. */
  @Test
  void deploymentIsInTheConfigurationOfEveryFunction() {
    assertThat(CHANGED.ofType("aws:lambda/function:Function"))
        .isNotEmpty()
        .allSatisfy(
            it ->
                assertThat(text(CHANGED.variables(text(it, "name")), "DEPLOYMENT_ID"))
                    .isEqualTo("2"));
    assertThat(PLAN.text()).doesNotContain("DEPLOYMENT_ID");
  }

  @Test
  void featurePlanOfThePoolIsLiteByDefault() {
    assertThat(input(PLAN.only("aws:cognito/userPool:UserPool"), "userPoolTier")).isEqualTo("LITE");
    assertThat(input(CHANGED.only("aws:cognito/userPool:UserPool"), "userPoolTier"))
        .isEqualTo("PLUS");
  }

  @Test
  void programWarnsOfAStartThatCognitoDoesNotWaitFor() {
    assertThat(RECORDING.warnings())
        .filteredOn(it -> it.startsWith("gatehouse:"))
        .singleElement()
        .asString()
        .contains("post-confirmation", "five seconds", "1769");
  }

  @Test
  void settingsChangeTheResources() {
    // A configured variable overrides the computed one.
    assertThat(text(CHANGED.variables("post-confirmation"), "USERS_TABLE")).isEqualTo("mine");
    assertThat(text(CHANGED.variables("pre-sign-up"), "EMAIL_ALLOW"))
        .isEqualTo("example.com,a@example.org");
    assertThat(text(CHANGED.variables("pre-sign-up"), "EMAIL_DENY")).isEqualTo("example.net");
    assertThat(text(CHANGED.variables("pre-sign-up"), "EMAIL_ALLOWLIST")).isEqualTo("reject");
    assertThat(text(CHANGED.variables("pre-sign-up"), "EXTRA")).isEqualTo("1");
    assertThat(text(CHANGED.variables("custom-message"), "PRODUCT_NAME")).isEqualTo("Other");
    JsonObject function = inputs(CHANGED.function("api"));
    assertThat(text(function, "runtime")).isEqualTo("java21");
    assertThat(function.get("architectures").toString()).isEqualTo("[\"x86_64\"]");
    assertThat(function.get("memorySize").getAsInt()).isEqualTo(2048);
    assertThat(function.has("snapStart")).isFalse();
    assertThat(CHANGED.ofType("aws:cloudwatch/logGroup:LogGroup"))
        .allMatch(it -> inputs(it).get("retentionInDays").getAsInt() == 30);
    assertThat(text(CHANGED.plan().getAsJsonObject("outputs"), "invokeUrl"))
        .endsWith(".execute-api.eu-west-1.amazonaws.com/v1");
    JsonObject client = inputs(CHANGED.only("aws:cognito/userPoolClient:UserPoolClient"));
    assertThat(client.get("accessTokenValidity").getAsInt()).isEqualTo(15);
    assertThat(client.get("idTokenValidity").getAsInt()).isEqualTo(20);
    assertThat(client.get("refreshTokenValidity").getAsInt()).isEqualTo(7);
    assertThat(
            inputs(CHANGED.only("aws:cognito/userPool:UserPool")).get("passwordPolicy").toString())
        .contains("\"minimumLength\":12");
    assertThat(CHANGED.resources()).noneMatch(it -> it.get("protect").getAsBoolean());
    assertThat(text(inputs(CHANGED.only("aws:cognito/userPool:UserPool")), "deletionProtection"))
        .isEqualTo("INACTIVE");
    assertThat(CHANGED.ofType("aws:ses/identityPolicy:IdentityPolicy")).isEmpty();
  }
}
