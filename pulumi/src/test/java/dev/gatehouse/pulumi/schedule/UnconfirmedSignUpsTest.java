package dev.gatehouse.pulumi.schedule;

import static dev.gatehouse.pulumi.plan.RecordedPlan.PLAN;
import static dev.gatehouse.pulumi.plan.RecordedPlan.input;
import static dev.gatehouse.pulumi.plan.RecordedPlan.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.pulumi.plan.PlanVariants;
import dev.gatehouse.pulumi.plan.RecordedPlan;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What functions may do with users who have not confirmed. */
final class UnconfirmedSignUpsTest {
  private static final RecordedPlan CARING = PlanVariants.variant("one-account-per-mailbox");

  private static List<String> policies(RecordedPlan plan, String function) {
    return plan.ofType("aws:iam/rolePolicy:RolePolicy").stream()
        .filter(it -> input(it, "role").equals("gatehouse-local-" + function))
        .map(it -> input(it, "policy"))
        .toList();
  }

  @Test
  void noFunctionSetsAPasswordItselfAndOnlyTheCanaryConfirmsUsers() {
    for (RecordedPlan plan : List.of(PLAN, CARING, PlanVariants.full())) {
      assertThat(plan.text()).doesNotContain("AdminSetUserPassword");
      assertThat(plan.ofType("aws:iam/rolePolicy:RolePolicy"))
          .filteredOn(it -> input(it, "policy").contains("AdminConfirmSignUp"))
          .allMatch(it -> input(it, "role").equals("gatehouse-local-canary"));
    }
  }

  @Test
  void byDefaultNobodyIsRemovedAndNoPasswordIsReset() {
    assertThat(policies(PLAN, "api")).noneMatch(it -> it.contains("cognito-idp:"));
    assertThat(policies(PLAN, "reconcile")).noneMatch(it -> it.contains("AdminDeleteUser"));
    assertThat(PLAN.variables("reconcile").has("REMOVE_UNCONFIRMED_AFTER")).isFalse();
    assertThat(PLAN.variables("api").has("RESET_PASSWORD_AFTER_SECOND_SIGN_UP")).isFalse();
  }

  @Test
  void settingsGrantWhatTheyNeed() {
    assertThat(policies(CARING, "api"))
        .anyMatch(
            it -> it.contains("cognito-idp:AdminGetUser") && it.contains("AdminResetUserPassword"));
    RecordedPlan removing =
        RecordedPlan.of(RecordedPlan.LOCAL.with("gatehouse:removeUnconfirmedAfterDays", "30"));
    assertThat(policies(removing, "reconcile")).anyMatch(it -> it.contains("AdminDeleteUser"));
    assertThat(text(removing.variables("reconcile"), "REMOVE_UNCONFIRMED_AFTER")).isEqualTo("P30D");
    assertThat(text(CARING.variables("api"), "RESET_PASSWORD_AFTER_SECOND_SIGN_UP"))
        .isEqualTo("true");
  }
}
