package dev.gatehouse.pulumi.canary;

import static dev.gatehouse.pulumi.plan.PlanVariants.full;
import static dev.gatehouse.pulumi.plan.RecordedPlan.PLAN;
import static dev.gatehouse.pulumi.plan.RecordedPlan.input;
import static dev.gatehouse.pulumi.plan.RecordedPlan.inputs;
import static dev.gatehouse.pulumi.plan.RecordedPlan.output;
import static dev.gatehouse.pulumi.plan.RecordedPlan.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;

final class CanaryFunctionTest {
  private static final String CLIENT = "aws:cognito/userPoolClient:UserPoolClient";
  private static final String SCHEDULE = "aws:scheduler/schedule:Schedule";

  @Test
  void stackHasNoCanaryByDefault() {
    assertThat(PLAN.resources()).noneMatch(it -> text(it, "name").startsWith("canary"));
  }

  @Test
  void signUpsHaveAnAppClientOfTheirOwnThatNobodyElseCanUse() {
    JsonObject variables = full().variables("canary");
    JsonObject client = full().named(CLIENT, "canary");

    assertThat(inputs(client).get("generateSecret").getAsBoolean()).isTrue();
    assertThat(text(variables, "CANARY_CLIENT_ID"))
        .isEqualTo(output(client, "id"))
        .isNotEqualTo(text(variables, "COGNITO_CLIENT_ID"));
    assertThat(text(variables, "COGNITO_CLIENT_ID"))
        .isEqualTo(output(full().named(CLIENT, "app-client"), "id"));
    assertThat(full().ofType("aws:cloudwatch/metricAlarm:MetricAlarm"))
        .noneMatch(it -> it.toString().contains(output(client, "id")));
  }

  @Test
  void roleMayConfirmUsersAndNothingElseOfThePool() {
    assertThat(full().ofType("aws:iam/rolePolicy:RolePolicy"))
        .filteredOn(it -> input(it, "role").equals("gatehouse-local-canary"))
        .extracting(it -> input(it, "policy"))
        .filteredOn(it -> it.contains("cognito-idp:"))
        .singleElement()
        .asString()
        .contains("\"Action\":\"cognito-idp:AdminConfirmSignUp\"");
  }

  @Test
  void profileIsReadAtTheAddressOfClientsEveryFiveMinutes() {
    assertThat(text(full().variables("canary"), "API_URL")).isEqualTo("https://api.gatehouse.test");
    assertThat(input(full().named(SCHEDULE, "canary"), "scheduleExpression"))
        .isEqualTo("rate(5 minutes)");
    assertThat(input(full().named(SCHEDULE, "canary-sign-up"), "scheduleExpression"))
        .isEqualTo("rate(1 day)");
    assertThat(target("canary")).contains("sign-in").doesNotContain("sign-up");
    assertThat(target("canary-sign-up")).contains("sign-up").doesNotContain("sign-in");
  }

  private static String target(String schedule) {
    return text(inputs(full().named(SCHEDULE, schedule)).getAsJsonObject("target"), "input");
  }
}
