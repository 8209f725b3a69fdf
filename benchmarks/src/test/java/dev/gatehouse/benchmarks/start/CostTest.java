package dev.gatehouse.benchmarks.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.benchmarks.start.Subject.Start;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CostTest {
  private static final int WHOLE_PROCESSOR = 1769;

  private final List<Medians> lines = new ArrayList<>();

  CostTest() {
    for (String function : List.of("api", "custom-message", "post-confirmation", "pre-sign-up")) {
      measured(function, 10);
    }
    measured("custom-email-sender", 100);
    measured("reconcile", 10);
  }

  private void measured(String function, double warm) {
    measured(function, "on demand", Start.ON_DEMAND, warm);
    measured(function, "primed", Start.SNAPSHOT, warm);
  }

  private void measured(String function, String variant, Start start, double warm) {
    Subject subject =
        new Subject(function, variant, Path.of(""), "", Map.of(), WHOLE_PROCESSOR, "{}", start);
    lines.add(
        new Medians(
            subject,
            new Sample.Cost(0, 400),
            new Sample.Cost(0, 2 * warm),
            new Sample.Cost(0, warm),
            500,
            0));
  }

  @Test
  void warmCallIsBilledByItsProcessorTime() {
    assertThat(new Cost(lines, "").table()).contains("| api | ours | 1769 | 3 | 10 | 20 | 500 |");
  }

  @Test
  void smallerMemoryStretchesTheSameProcessorTime() {
    assertThat(Bill.billed(10, WHOLE_PROCESSOR)).isEqualTo(10);
    assertThat(Bill.billed(10, 1024)).isEqualTo(18);
    assertThat(Bill.billed(10, 3000)).isEqualTo(10);
    assertThat(Bill.billed(0.01, 1024)).isEqualTo(1);
  }

  @Test
  void oneFunctionOrTheOtherWordsTheMail() {
    assertThat(new Cost(lines, "").table())
        .contains("| Cognito sends the mail | 2.58 |")
        .contains("| Lambda sends it | 4.66 |");
  }

  @Test
  void whatNoSignUpCallsCostsNothing() {
    assertThat(new Cost(lines, "").table()).doesNotContain("reconcile");
  }

  @Test
  void goStandsBesideOursWithoutASnapshot() {
    measured("api", GoBaselines.VARIANT, Start.PROGRAM, 1);
    assertThat(new Cost(lines, "Built by Go.").table())
        .contains("| api | Go | 1769 | 3 | 1 | none | 500 |")
        .contains("| what is also written in Go: ours | 1.29 |")
        .contains("| the same in Go | 0.67 | none |")
        .contains("Built by Go.");
  }

  @Test
  void withoutGoNoRowSpeaksOfIt() {
    assertThat(new Cost(lines, "None.").table()).doesNotContain("| Go |", "in Go");
  }
}
