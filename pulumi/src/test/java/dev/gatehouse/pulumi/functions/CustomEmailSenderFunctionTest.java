package dev.gatehouse.pulumi.functions;

import static dev.gatehouse.pulumi.plan.PlanVariants.variant;
import static dev.gatehouse.pulumi.plan.RecordedPlan.input;
import static dev.gatehouse.pulumi.plan.RecordedPlan.inputs;
import static dev.gatehouse.pulumi.plan.RecordedPlan.output;
import static dev.gatehouse.pulumi.plan.RecordedPlan.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.pulumi.plan.RecordedPlan;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.policybuilder.iam.IamCondition;
import software.amazon.awssdk.policybuilder.iam.IamPolicyReader;
import software.amazon.awssdk.policybuilder.iam.IamResource;
import software.amazon.awssdk.policybuilder.iam.IamStatement;

final class CustomEmailSenderFunctionTest {
  private static final RecordedPlan PLAN = variant("lambda");
  private static final String POOL = "aws:cognito/userPool:UserPool";
  private static final String KEY = "aws:kms/key:Key";

  @Test
  void poolHasCustomEmailSenderInsteadOfCustomMessage() {
    JsonObject triggers = inputs(PLAN.only(POOL)).getAsJsonObject("lambdaConfig");

    assertThat(triggers.has("customMessage")).isFalse();
    assertThat(triggers.getAsJsonObject("customEmailSender").toString())
        .isEqualTo(
            "{\"lambdaArn\":\"%s\",\"lambdaVersion\":\"V1_0\"}"
                .formatted(
                    output(PLAN.named("aws:lambda/alias:Alias", "custom-email-sender"), "arn")));
    assertThat(text(triggers, "kmsKeyId")).isEqualTo(output(PLAN.only(KEY), "arn"));
    assertThat(PLAN.ofType("aws:lambda/function:Function"))
        .extracting(it -> text(it, "name"))
        .doesNotContain("custom-message");
  }

  @Test
  void codeIsGivenUpAfterAnHourAndNothingKeepsIt() {
    JsonObject events =
        inputs(PLAN.only("aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig"));

    assertThat(events.get("maximumEventAgeInSeconds").getAsInt()).isEqualTo(3600);
    assertThat(events.has("destinationConfig")).isFalse();
    assertThat(inputs(PLAN.function("custom-email-sender")).has("deadLetterConfig")).isFalse();
    assertThat(PLAN.ofType("aws:cloudwatch/metricAlarm:MetricAlarm"))
        .extracting(it -> text(it, "name"))
        .contains("custom-email-sender-events-dropped", "custom-email-sender-events-waiting");
  }

  @Test
  void functionHasTheVariablesForSending() {
    JsonObject variables = PLAN.variables("custom-email-sender");

    assertThat(text(variables, "CODE_KEY_ARN")).isEqualTo(output(PLAN.only(KEY), "arn"));
    assertThat(text(variables, "FROM_ADDRESS")).isEqualTo("Gatehouse <no-reply@gatehouse.test>");
    assertThat(text(variables, "SENT_CODES_TABLE")).isEqualTo("gatehouse-local-sent-codes");
    assertThat(text(variables, "SES_IDENTITY_ARN")).endsWith(":identity/gatehouse.test");
    assertThat(text(variables, "PRODUCT_NAME")).isEqualTo("Gatehouse");
    assertThat(text(variables, "EMAIL_SPECIAL_USE")).isEqualTo("off");
    assertThat(text(variables, "SES_CONFIGURATION_SET")).isEqualTo("gatehouse-local-user-mail");
    assertThat(variables.keySet()).doesNotContain("REPLY_TO");
  }

  @Test
  void roleDecryptsByThePolicyOfTheKeyAlone() {
    assertThat(PLAN.ofType("aws:iam/rolePolicy:RolePolicy"))
        .noneMatch(it -> input(it, "policy").contains("kms:Decrypt"));
    assertThat(input(PLAN.only("aws:kms/keyPolicy:KeyPolicy"), "keyId"))
        .isEqualTo(output(PLAN.only(KEY), "keyId"));
    assertThat(inputs(PLAN.only(KEY)).has("policy")).isFalse();
  }

  @Test
  void onlyTheIdentityMaySendWithItsConfigurationSet() {
    assertThat(policy("ses").resources())
        .containsExactly(
            IamResource.create("arn:aws:ses:us-east-1:000000000000:identity/gatehouse.test"),
            IamResource.create(
                "arn:aws:ses:us-east-1:000000000000:configuration-set/gatehouse-local-user-mail"));
    assertThat(policy("ses").conditions())
        .containsExactly(
            IamCondition.create("StringEquals", "ses:FromAddress", "no-reply@gatehouse.test"));
    assertThat(PLAN.ofType("aws:ses/identityPolicy:IdentityPolicy")).isEmpty();
  }

  @Test
  void keyRotatesAndIsNotProtectedSinceTheSettingCouldNotBeTurnedOff() {
    JsonObject key = PLAN.only(KEY);

    assertThat(inputs(key).get("enableKeyRotation").getAsBoolean()).isTrue();
    assertThat(inputs(key).get("deletionWindowInDays").getAsInt()).isEqualTo(30);
    assertThat(key.get("protect").getAsBoolean()).isFalse();
  }

  @Test
  void sentCodesExpire() {
    JsonObject table = inputs(PLAN.named("aws:dynamodb/table:Table", "sent-codes"));

    assertThat(table.getAsJsonObject("ttl").toString())
        .isEqualTo("{\"attributeName\":\"expiresAt\",\"enabled\":true}");
  }

  private static IamStatement policy(String name) {
    List<IamStatement> statements =
        IamPolicyReader.create()
            .read(
                input(
                    PLAN.named("aws:iam/rolePolicy:RolePolicy", "custom-email-sender-" + name),
                    "policy"))
            .statements();
    assertThat(statements).hasSize(1);
    return statements.get(0);
  }
}
