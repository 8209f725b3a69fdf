package dev.gatehouse.pulumi.version;

import static dev.gatehouse.pulumi.plan.RecordedPlan.LOCAL;
import static dev.gatehouse.pulumi.plan.RecordedPlan.PLAN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.pulumi.plan.RecordedPlan;
import org.junit.jupiter.api.Test;

final class LiveAliasTest {
  @Test
  void firstVersionGetsAllCalls() {
    RecordedPlan plan = RecordedPlan.of(LOCAL.with("gatehouse:newVersionPercent", "10"));

    assertThat(plan.ofType("aws:lambda/alias:Alias"))
        .isNotEmpty()
        .isEqualTo(PLAN.ofType("aws:lambda/alias:Alias"));
  }
}
