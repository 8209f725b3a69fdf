package dev.gatehouse.local.cognito.state;

import static dev.gatehouse.local.cognito.TestCognito.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.local.TestClock;
import dev.gatehouse.local.cognito.Cognito;
import dev.gatehouse.local.cognito.CognitoDependencies;
import dev.gatehouse.local.cognito.FakeLambda;
import dev.gatehouse.local.cognito.FakeMailSender;
import dev.gatehouse.local.cognito.TestCognito;
import dev.gatehouse.local.kms.Kms;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.PlanInvalid;
import dev.gatehouse.local.plan.Resource;
import dev.gatehouse.local.state.StateStore;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

final class UserPoolLoaderTest {

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
    CognitoDependencies dependencies =
        new CognitoDependencies(
            new FakeLambda(), new FakeMailSender(), Kms.of(plan, clock, StateStore.none()));
    Cognito.of(plan, dependencies, clock, TestCognito.AWS, StateStore.none());
  }

  @ParameterizedTest
  @CsvFileSource(resources = "unsupported-pool-inputs.csv", delimiter = '|', quoteCharacter = '\'')
  void unsupportedPoolInputIsRejected(String input, String value, String sentence) {
    Plan plan = with("users", input, JsonParser.parseString(value));

    assertThatThrownBy(() -> start(plan))
        .isInstanceOf(PlanInvalid.class)
        .hasMessage("aws:cognito/userPool:UserPool \"users\": " + sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "allowedOauthFlowsUserPoolClient | true |"
            + " allowedOauthFlows has to contain \"code\" or \"client_credentials\", the supported flows.",
        "callbackUrls | [\"http://example.com/\"] | callbackUrls \"http://example.com/\" has to be"
            + " https, http://localhost or an app's own scheme, without a fragment.",
        "defaultRedirectUri | \"https://app.example.com/\" | defaultRedirectUri has to be one of"
            + " the callback URLs.",
        "supportedIdentityProviders | [\"Google\"] | supportedIdentityProviders has the unsupported"
            + " value \"Google\" (supported: [COGNITO]).",
        "refreshTokenValidity | 3651 | refreshTokenValidity has to be between PT1H and PT87600H.",
        "userPoolId | \"us-east-1_gone\" | userPoolId names an unknown user pool."
      })
  void unsupportedClientInputIsRejected(String input, String value, String sentence) {
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
  void emptyInputsCountAsUnset() {
    JsonObject nothing = json("customEmailSender", new JsonObject(), "userMigration", "");
    Plan plan = with("users", "lambdaConfig", nothing);

    start(plan);
  }

  @Test
  void templatesOfThePlanAreUsed() {
    Plan plan = with("users", "lambdaConfig", new JsonObject());
    with(plan, "emailVerificationMessage", "<p>Ours: {####}</p>");
    with(plan, "emailVerificationSubject", "Ours");
    TestCognito cognito = new TestCognito(plan);
    cognito.signUp(TestCognito.EMAIL);

    assertThat(cognito.mail.last().subject()).isEqualTo("Ours");
    assertThat(cognito.mail.last().html()).isEqualTo("<p>Ours: " + cognito.mail.code() + "</p>");
    assertThat(cognito.lambda.invocations).isEmpty();
  }

  private static void with(Plan plan, String input, String value) {
    plan.resources().getFirst().inputs().addProperty(input, value);
  }

  @Test
  void integersStayIntegers() {
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
  void planWithoutPoolsIsValid() {
    start(new Plan("p", "s", List.of(), new JsonObject()));
  }
}
