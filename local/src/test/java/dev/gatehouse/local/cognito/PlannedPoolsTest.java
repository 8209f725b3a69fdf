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
import org.junit.jupiter.params.provider.CsvFileSource;
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
  @CsvFileSource(resources = "refused-pool-inputs.csv", delimiter = '|', quoteCharacter = '\'')
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
