package dev.gatehouse.pulumi.data;

import static dev.gatehouse.pulumi.plan.PlanVariants.variant;
import static dev.gatehouse.pulumi.plan.RecordedPlan.inputs;
import static dev.gatehouse.pulumi.plan.RecordedPlan.output;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.pulumi.plan.PlanVariants;
import dev.gatehouse.pulumi.plan.RecordedPlan;
import org.junit.jupiter.api.Test;

final class TableBackupsTest {
  private static final RecordedPlan BACKED_UP = variant("pictures");
  private static final String NAME = "table-backups";

  @Test
  void usersTableIsBackedUpDailyAndKeptForTheDaysOfTheSetting() {
    assertThat(inputs(BACKED_UP.named("aws:backup/plan:Plan", NAME)).toString())
        .contains(
            "cron(0 5 ? * * *)",
            "\"deleteAfter\":35",
            output(BACKED_UP.named("aws:backup/vault:Vault", NAME), "name"));
    assertThat(
            inputs(BACKED_UP.named("aws:backup/selection:Selection", NAME))
                .getAsJsonArray("resources")
                .get(0)
                .getAsString())
        .isEqualTo(output(BACKED_UP.named("aws:dynamodb/table:Table", "users"), "arn"));
  }

  @Test
  void onlyBackupTakesTheRole() {
    assertThat(
            inputs(BACKED_UP.named("aws:iam/role:Role", NAME))
                .get("assumeRolePolicy")
                .getAsString())
        .contains("backup.amazonaws.com")
        .doesNotContain("lambda");
  }

  @Test
  void withoutTheSettingThePlanKnowsNoBackups() {
    assertThat(PlanVariants.full().text()).doesNotContain("aws:backup/");
    assertThat(RecordedPlan.PLAN.text()).doesNotContain("aws:backup/");
  }
}
