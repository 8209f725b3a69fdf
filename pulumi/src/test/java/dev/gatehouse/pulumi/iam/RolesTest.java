package dev.gatehouse.pulumi.iam;

import static dev.gatehouse.pulumi.plan.RecordedPlan.PLAN;
import static dev.gatehouse.pulumi.plan.RecordedPlan.inputs;
import static dev.gatehouse.pulumi.plan.RecordedPlan.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.pulumi.plan.PlanVariants;
import dev.gatehouse.pulumi.plan.RecordedPlan;
import dev.gatehouse.pulumi.rules.Variant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An account that demands a permissions boundary refuses each role without it. */
final class RolesTest {
  @Test
  void everyRoleHasThePermissionsBoundaryOfTheSetting() {
    List<JsonObject> roles =
        Stream.of(Variant.alarmTopic().plan(), PlanVariants.full())
            .flatMap(plan -> roles(plan).stream())
            .toList();

    assertThat(roles)
        .extracting(it -> text(it, "name"))
        .contains(
            "api-gateway-logs",
            "canary",
            "canary-schedule",
            "pool-export",
            "pool-export-schedule",
            "profile-picture",
            "reconcile-schedule",
            "table-backups");
    assertThat(roles)
        .allSatisfy(
            it ->
                assertThat(inputs(it).toString())
                    .as(text(it, "name"))
                    .contains("\"permissionsBoundary\":\"" + Variant.BOUNDARY + "\""));
  }

  @Test
  void withoutTheSettingNoRoleHasOne() {
    assertThat(roles(PLAN)).isNotEmpty().noneMatch(it -> inputs(it).has("permissionsBoundary"));
  }

  private static List<JsonObject> roles(RecordedPlan plan) {
    return plan.ofType("aws:iam/role:Role");
  }
}
