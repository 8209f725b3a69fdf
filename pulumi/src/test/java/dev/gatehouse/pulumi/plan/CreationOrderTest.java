package dev.gatehouse.pulumi.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class CreationOrderTest {
  private static final List<Declared> CHAIN =
      List.of(
          declared("stack", ""),
          declared("b", "stack"),
          declared("a", "stack", "b"),
          declared("c", "stack"),
          declared("d", "b", "a", "c"));

  @Test
  void eachComesAfterItsParentAndAllThatItDependsOn() {
    List<Declared> backwards = new ArrayList<>(CHAIN);
    Collections.reverse(backwards);

    assertThat(CreationOrder.of(backwards)).isEqualTo(CHAIN);
  }

  @Test
  void orderOfRegistrationDoesNotMatter() {
    List<Declared> shuffled = new ArrayList<>(CHAIN);
    Random random = new Random(7);
    for (int round = 0; round < 50; round++) {
      Collections.shuffle(shuffled, random);

      assertThat(CreationOrder.of(shuffled)).isEqualTo(CHAIN);
    }
  }

  @Test
  void resourcesThatWaitForOneAnotherAreNamed() {
    assertThatThrownBy(
            () -> CreationOrder.of(List.of(declared("hen", "", "egg"), declared("egg", "", "hen"))))
        .isInstanceOf(RecordingFailed.class)
        .hasMessage("These resources wait for one another: [egg, hen]");
  }

  private static Declared declared(String urn, String parent, String... dependencies) {
    return new Declared(
        "type", urn, urn, parent, List.of(dependencies), true, false, false, new JsonObject());
  }
}
