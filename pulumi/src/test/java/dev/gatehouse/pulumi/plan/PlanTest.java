package dev.gatehouse.pulumi.plan;

import static dev.gatehouse.pulumi.plan.RecordedPlan.PLAN;
import static dev.gatehouse.pulumi.plan.RecordedPlan.inputs;
import static dev.gatehouse.pulumi.plan.RecordedPlan.text;
import static dev.gatehouse.pulumi.plan.RecordedPlan.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Invariants of a whole plan. */
final class PlanTest {
  @Test
  void resourcesFollowTheirParentAndDependencies() {
    Set<String> seen = new HashSet<>(Set.of(""));

    for (JsonObject resource : PLAN.resources()) {
      assertThat(seen)
          .as(text(resource, "urn"))
          .contains(text(resource, "parent"))
          .containsAll(texts(resource, "dependencies"));
      assertThat(seen.add(text(resource, "urn"))).isTrue();
    }
  }

  @Test
  void dependenciesAreSortedUrns() {
    assertThat(PLAN.resources())
        .allSatisfy(it -> assertThat(texts(it, "dependencies")).isSorted().doesNotHaveDuplicates());
  }

  @Test
  void noValueIsNullUnresolvedOrInExponentNotation() {
    for (RecordedPlan plan : List.of(PLAN, PlanVariants.full(), PlanVariants.bare())) {
      assertThat(plan.text())
          .doesNotContain("null")
          .doesNotContainPattern("(?<!Secret)Output")
          .doesNotContain("E+");
    }
  }

  @Test
  void outputsContainAllInputs() {
    assertThat(PLAN.resources())
        .filteredOn(it -> text(it, "type").startsWith("aws:"))
        .allSatisfy(
            it ->
                assertThat(it.getAsJsonObject("outputs").entrySet())
                    .containsAll(inputs(it).entrySet()));
  }

  @Test
  void stackOutputsAreUrlPoolClientTableAndDeadLetterQueue() {
    JsonObject outputs = PLAN.plan().getAsJsonObject("outputs");

    assertThat(outputs.keySet())
        .containsExactlyInAnyOrder(
            "URL", "userPoolId", "userPoolClientId", "tableName", "deadLetterQueueUrl");
    assertThat(text(outputs, "URL")).isEqualTo("https://api.gatehouse.test");
    assertThat(text(outputs, "userPoolId")).matches("us-east-1_[0-9a-zA-Z]{9}");
    assertThat(text(outputs, "userPoolClientId")).matches("[0-9a-z]{26}");
    assertThat(text(outputs, "tableName")).isEqualTo("gatehouse-local-users");
  }
}
