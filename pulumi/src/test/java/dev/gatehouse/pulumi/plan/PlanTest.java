package dev.gatehouse.pulumi.plan;

import static dev.gatehouse.pulumi.plan.Recorded.PLAN;
import static dev.gatehouse.pulumi.plan.Recorded.inputs;
import static dev.gatehouse.pulumi.plan.Recorded.text;
import static dev.gatehouse.pulumi.plan.Recorded.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds for a plan as a whole. */
final class PlanTest {
  @Test
  void everythingComesAfterWhatItNeeds() {
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
  void nothingWasLostOnTheWay() {
    for (Recorded plan : List.of(PLAN, Variants.full(), Variants.bare())) {
      assertThat(plan.text()).doesNotContain("null").doesNotContain("Output").doesNotContain("E+");
    }
  }

  @Test
  void outputsHoldAllInputs() {
    assertThat(PLAN.resources())
        .filteredOn(it -> text(it, "type").startsWith("aws:"))
        .allSatisfy(it ->
            assertThat(it.getAsJsonObject("outputs").entrySet())
                .containsAll(inputs(it).entrySet()));
  }

  @Test
  void stackHandsOutWhatPeopleNeed() {
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
