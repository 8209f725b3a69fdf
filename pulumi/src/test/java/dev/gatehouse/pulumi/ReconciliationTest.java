package dev.gatehouse.pulumi;

import static dev.gatehouse.pulumi.plan.Recorded.PLAN;
import static dev.gatehouse.pulumi.plan.Recorded.input;
import static dev.gatehouse.pulumi.plan.Recorded.inputs;
import static dev.gatehouse.pulumi.plan.Recorded.output;
import static dev.gatehouse.pulumi.plan.Recorded.text;
import static dev.gatehouse.pulumi.plan.Variants.bare;
import static dev.gatehouse.pulumi.plan.Variants.full;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;

final class ReconciliationTest {
  private static final String SCHEDULE = "aws:scheduler/schedule:Schedule";
  private static final String POLICY = "aws:iam/rolePolicy:RolePolicy";

  @Test
  void scheduleCallsTheAliasOnceADay() {
    JsonObject schedule = PLAN.only(SCHEDULE);
    JsonObject target = inputs(schedule).getAsJsonObject("target");
    String alias = output(PLAN.named("aws:lambda/alias:Alias", "reconcile"), "arn");

    assertThat(input(schedule, "scheduleExpression")).isEqualTo("rate(1 day)");
    assertThat(input(full().only(SCHEDULE), "scheduleExpression")).isEqualTo("cron(0 3 * * ? *)");
    assertThat(text(target, "arn")).isEqualTo(alias);
    assertThat(text(target, "roleArn"))
        .isEqualTo(output(PLAN.named("aws:iam/role:Role", "reconcile-schedule"), "arn"));
    assertThat(input(PLAN.named(POLICY, "reconcile-schedule"), "policy"))
        .contains("\"Action\":\"lambda:InvokeFunction\"", "\"Resource\":\"" + alias + "\"");
  }

  @Test
  void functionReadsThePoolAndWritesRows() {
    JsonObject pool = PLAN.only("aws:cognito/userPool:UserPool");

    assertThat(text(PLAN.variables("reconcile"), "USER_POOL_ID")).isEqualTo(output(pool, "id"));
    assertThat(input(PLAN.named(POLICY, "reconcile-accounts"), "policy"))
        .contains("\"Action\":\"cognito-idp:ListUsers\"", output(pool, "arn"));
    assertThat(input(PLAN.named(POLICY, "reconcile-users"), "policy"))
        .contains("\"Action\":\"dynamodb:PutItem\"");
    assertThat(input(PLAN.function("reconcile"), "code"))
        .isEqualTo("triggers/target/gatehouse-triggers-reconcile-arm64.zip");
  }

  @Test
  void blankScheduleIsNone() {
    assertThat(bare().ofType(SCHEDULE)).isEmpty();
    assertThat(bare().text()).doesNotContain("reconcile");
  }
}
