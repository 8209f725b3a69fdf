package dev.gatehouse.pulumi.schedule;

import static dev.gatehouse.pulumi.plan.PlanVariants.bare;
import static dev.gatehouse.pulumi.plan.PlanVariants.full;
import static dev.gatehouse.pulumi.plan.RecordedPlan.PLAN;
import static dev.gatehouse.pulumi.plan.RecordedPlan.input;
import static dev.gatehouse.pulumi.plan.RecordedPlan.inputs;
import static dev.gatehouse.pulumi.plan.RecordedPlan.output;
import static dev.gatehouse.pulumi.plan.RecordedPlan.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;

final class ReconcileScheduleTest {
  private static final String SCHEDULE = "aws:scheduler/schedule:Schedule";
  private static final String POLICY = "aws:iam/rolePolicy:RolePolicy";

  @Test
  void scheduleInvokesTheAliasOnceADay() {
    JsonObject schedule = PLAN.named(SCHEDULE, "reconcile");
    JsonObject target = inputs(schedule).getAsJsonObject("target");
    String alias = output(PLAN.named("aws:lambda/alias:Alias", "reconcile"), "arn");

    assertThat(input(schedule, "scheduleExpression")).isEqualTo("rate(1 day)");
    assertThat(input(full().named(SCHEDULE, "reconcile"), "scheduleExpression"))
        .isEqualTo("cron(0 3 * * ? *)");
    assertThat(text(target, "arn")).isEqualTo(alias);
    assertThat(text(target, "roleArn"))
        .isEqualTo(output(PLAN.named("aws:iam/role:Role", "reconcile-schedule"), "arn"));
    assertThat(input(PLAN.named(POLICY, "reconcile-schedule"), "policy"))
        .contains("\"Action\":\"lambda:InvokeFunction\"", "\"Resource\":\"" + alias + "\"");
  }

  @Test
  void otherScheduleContinuesAPassBeforeTheTokenOfItsPageExpires() {
    JsonObject schedule = PLAN.named(SCHEDULE, "reconcile-continue");

    assertThat(input(schedule, "scheduleExpression")).isEqualTo("rate(15 minutes)");
    assertThat(text(inputs(schedule).getAsJsonObject("target"), "input"))
        .isEqualTo("{\"begin\":false}");
    assertThat(PLAN.function("reconcile").getAsJsonObject("inputs").keySet())
        .as("a lease in the table keeps two runs apart")
        .doesNotContain("reservedConcurrentExecutions");
  }

  @Test
  void callsThatFailAreInADeadLetterQueue() {
    JsonObject queue = PLAN.named("aws:sqs/queue:Queue", "reconcile-schedule-dead-letters");

    assertThat(PLAN.ofType(SCHEDULE))
        .hasSize(2)
        .allSatisfy(
            it ->
                assertThat(
                        text(
                            inputs(it)
                                .getAsJsonObject("target")
                                .getAsJsonObject("deadLetterConfig"),
                            "arn"))
                    .isEqualTo(output(queue, "arn")));
    assertThat(input(PLAN.named(POLICY, "reconcile-schedule-dead-letters"), "policy"))
        .contains("\"Action\":\"sqs:SendMessage\"", output(queue, "arn"));
  }

  @Test
  void functionListsUsersAndWritesRows() {
    JsonObject pool = PLAN.only("aws:cognito/userPool:UserPool");

    assertThat(text(PLAN.variables("reconcile"), "USER_POOL_ID")).isEqualTo(output(pool, "id"));
    assertThat(input(PLAN.named(POLICY, "reconcile-user-pool"), "policy"))
        .contains(
            "\"Action\":[\"cognito-idp:AdminGetUser\",\"cognito-idp:ListUsers\"]",
            output(pool, "arn"));
    assertThat(input(PLAN.named(POLICY, "reconcile-users"), "policy")).contains("dynamodb:PutItem");
    assertThat(input(PLAN.function("reconcile"), "code"))
        .isEqualTo("triggers/reconcile/target/gatehouse-reconcile-arm64.zip");
  }

  @Test
  void blankScheduleDeclaresNothing() {
    assertThat(bare().ofType(SCHEDULE)).isEmpty();
    // The function erase has the archive of reconcile.
    assertThat(bare().text().replace("triggers/reconcile/target/gatehouse-reconcile", ""))
        .doesNotContain("reconcile");
  }
}
