package dev.gatehouse.pulumi.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dev.gatehouse.pulumi.plan.engine.RecordingFailed;
import dev.gatehouse.pulumi.plan.engine.RegisteredResource;
import dev.gatehouse.pulumi.plan.engine.ResourceOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TopologicalOrderTest {
  private static final List<RegisteredResource> CHAIN =
      List.of(
          resource("stack", ""),
          resource("b", "stack"),
          resource("a", "stack", "b"),
          resource("c", "stack"),
          resource("d", "b", "a", "c"));

  @Test
  void resourcesFollowTheirParentAndDependencies() {
    List<RegisteredResource> backwards = new ArrayList<>(CHAIN);
    Collections.reverse(backwards);

    assertThat(TopologicalOrder.of(backwards)).isEqualTo(CHAIN);
  }

  @Test
  void orderOfRegistrationDoesNotMatter() {
    List<RegisteredResource> shuffled = new ArrayList<>(CHAIN);
    Random random = new Random(7);
    for (int round = 0; round < 50; round++) {
      Collections.shuffle(shuffled, random);

      assertThat(TopologicalOrder.of(shuffled)).isEqualTo(CHAIN);
    }
  }

  @Test
  void cycleIsRefused() {
    assertThatThrownBy(
            () ->
                TopologicalOrder.of(
                    List.of(resource("hen", "", "egg"), resource("egg", "", "hen"))))
        .isInstanceOf(RecordingFailed.class)
        .hasMessage("These resources depend on one another: [egg, hen]");
  }

  private static RegisteredResource resource(String urn, String parent, String... dependencies) {
    return new RegisteredResource(
        "type",
        urn,
        urn,
        parent,
        List.of(dependencies),
        List.of(),
        true,
        ResourceOptions.NONE,
        new JsonObject());
  }
}
