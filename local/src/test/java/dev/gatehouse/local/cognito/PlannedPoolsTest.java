package dev.gatehouse.local.cognito;

import static dev.gatehouse.local.cognito.TestCognito.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.local.TestClock;
import dev.gatehouse.local.cognito.operations.Neighbours;
import dev.gatehouse.local.kms.Kms;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.PlanInvalid;
import dev.gatehouse.local.plan.Resource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlannedPoolsTest {

  private static Plan with(String name, String input, JsonElement value) {
    Plan plan = TestCognito.plan();
    for (Resource resource : plan.resources()) {
      if (resource.name().equals(name)) {
        resource.inputs().add(input, value);
      }
    }
    return plan;
  }

  private static void start(Plan plan) {
    TestClock clock = new TestClock();
    Neighbours neighbours =
        new Neighbours(new ScriptedLambda(), new Mailbox(), Kms.of(plan, clock, null));
    Cognito.of(plan, neighbours, clock, TestCognito.AWS, null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lambdaConfig | {\"userMigration\":\"arn:aws:lambda:x\"} |"
            + " lambdaConfig.userMigration is a trigger that this machine does not call; it"
            + " calls PreSignUp, CustomMessage, CustomEmailSender and PostConfirmation.",
        "lambdaConfig | {\"customEmailSender\":{\"lambdaArn\":\"arn:aws:lambda:x\"}} |"
            + " lambdaConfig.customEmailSender.lambdaArn has to be the ARN of a function.",
        "lambdaConfig | {\"customEmailSender\":{\"lambdaArn\":"
            + "\"arn:aws:lambda:us-east-1:000000000000:function:f\"}} |"
            + " lambdaConfig.customEmailSender.lambdaVersion is missing.",
        "lambdaConfig | {\"customEmailSender\":{\"lambdaVersion\":\"V1_0\",\"lambdaArn\":"
            + "\"arn:aws:lambda:us-east-1:000000000000:function:f\"}} |"
            + " lambdaConfig.kmsKeyId has to be the ARN of a key beside a CustomEmailSender.",
        "lambdaConfig | {\"kmsKeyId\":\"arn:aws:kms:us-east-1:000000000000:key/gone\","
            + "\"customEmailSender\":{\"lambdaVersion\":\"V1_0\",\"lambdaArn\":"
            + "\"arn:aws:lambda:us-east-1:000000000000:function:f\"}} |"
            + " lambdaConfig.kmsKeyId names no key to seal codes: Invalid keyId 'gone'.",
        "lambdaConfig | {\"kmsKeyId\":\"arn:aws:kms:x\"} |"
            + " lambdaConfig.kmsKeyId is of no use without a CustomEmailSender.",
        "mfaConfiguration | \"OPTIONAL\" | mfaConfiguration \"OPTIONAL\" is not there, only [OFF].",
        "passwordPolicy | {\"passwordHistorySize\":3} |"
            + " passwordPolicy.passwordHistorySize has to be between 0 and 0.",
        "emailConfiguration | {\"emailSendingAccount\":\"DEVELOPER\",\"sourceArn\":"
            + "\"arn:aws:ses:us-east-1:000000000000:identity/gatehouse.test\"} |"
            + " emailConfiguration.fromEmailAddress is needed beside a SourceArn that is a domain.",
        "emailConfiguration | {\"fromEmailAddress\":\"a@elsewhere.test\",\"sourceArn\":"
            + "\"arn:aws:ses:us-east-1:000000000000:identity/gatehouse.test\"} |"
            + " emailConfiguration.fromEmailAddress is not an address of the identity"
            + " gatehouse.test.",
        "verificationMessageTemplate | {\"defaultEmailOption\":\"CONFIRM_WITH_LINK\"} |"
            + " verificationMessageTemplate.defaultEmailOption \"CONFIRM_WITH_LINK\" is not there,"
            + " only [CONFIRM_WITH_CODE].",
        "smsConfiguration | {\"snsCallerArn\":\"arn\"} |"
            + " smsConfiguration is not there on this machine.",
        "aliasAttributes | [\"preferred_username\"] | aliasAttributes is not there on this"
            + " machine.",
        "accountRecoverySetting | {\"recoveryMechanisms\":[{\"name\":\"admin_only\"}]} |"
            + " accountRecoverySetting.recoveryMechanisms.name \"admin_only\" is not there, only"
            + " [verified_email].",
        "anythingNew | true | anythingNew is not there on this machine."
      })
  void poolInputThatIsNotThereIsRefusedByName(String input, String value, String sentence) {
    Plan plan = with("people", input, JsonParser.parseString(value));

    assertThatThrownBy(() -> start(plan))
        .isInstanceOf(PlanInvalid.class)
        .hasMessage("aws:cognito/userPool:UserPool \"people\": " + sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "allowedOauthFlowsUserPoolClient | true |"
            + " allowedOauthFlows has to hold \"code\", the only flow there is.",
        "callbackUrls | [\"http://example.com/\"] | callbackUrls \"http://example.com/\" has to be"
            + " https, http://localhost or an app's own scheme, without a fragment.",
        "defaultRedirectUri | \"https://app.example.com/\" | defaultRedirectUri has to be one of"
            + " the callback URLs.",
        "supportedIdentityProviders | [\"Google\"] | supportedIdentityProviders \"Google\" is not"
            + " there, only [COGNITO].",
        "refreshTokenValidity | 3651 | refreshTokenValidity has to be between PT1H and PT87600H.",
        "userPoolId | \"us-east-1_gone\" | userPoolId names a pool that is not there."
      })
  void clientInputThatIsNotThereIsRefusedByName(String input, String value, String sentence) {
    Plan plan = with("api", input, JsonParser.parseString(value));

    assertThatThrownBy(() -> start(plan))
        .isInstanceOf(PlanInvalid.class)
        .hasMessage("aws:cognito/userPoolClient:UserPoolClient \"api\": " + sentence);
  }

  @Test
  void missingOutputIsNamed() {
    Plan plan = TestCognito.plan();
    plan.resources().getFirst().outputs().remove("arn");

    assertThatThrownBy(() -> start(plan))
        .isInstanceOf(PlanInvalid.class)
        .hasMessageContaining("arn");
  }

  @Test
  void emptyInputsSayNothing() {
    JsonObject nothing = json("customEmailSender", new JsonObject(), "userMigration", "");
    Plan plan = with("people", "lambdaConfig", nothing);

    start(plan);
  }

  @Test
  void wordsOfThePlanGoIntoTheMail() {
    Plan plan = with("people", "lambdaConfig", new JsonObject());
    with(plan, "emailVerificationMessage", "<p>Ours: {####}</p>");
    with(plan, "emailVerificationSubject", "Ours");
    TestCognito cognito = new TestCognito(plan);
    cognito.signUp(TestCognito.EMAIL);

    assertThat(cognito.mail.last().subject()).isEqualTo("Ours");
    assertThat(cognito.mail.last().html()).isEqualTo("<p>Ours: " + cognito.mail.code() + "</p>");
    assertThat(cognito.lambda.calls).isEmpty();
  }

  private static void with(Plan plan, String input, String value) {
    plan.resources().getFirst().inputs().addProperty(input, value);
  }

  @Test
  void wholeNumbersStayWhole() {
    Plan plan = with("api", "accessTokenValidity", JsonParser.parseString("60.0"));
    TestCognito cognito = new TestCognito(plan);

    assertThat(
            cognito
                .call(
                    "DescribeUserPoolClient",
                    json("UserPoolId", TestCognito.POOL, "ClientId", TestCognito.CLIENT))
                .response()
                .text())
        .contains("\"AccessTokenValidity\":60,");
  }

  @Test
  void planWithoutPoolsIsFine() {
    start(new Plan("p", "s", List.of(), new JsonObject()));
  }
}
