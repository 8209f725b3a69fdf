package dev.gatehouse.benchmarks.start.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.benchmarks.start.measured.GoBaselines;
import dev.gatehouse.benchmarks.start.measured.MeasuredFunction;
import dev.gatehouse.benchmarks.start.measured.MeasuredFunction.Start;
import dev.gatehouse.benchmarks.start.measured.Medians;
import dev.gatehouse.benchmarks.start.measured.Sample;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignUpCostTest {
  private static final int WHOLE_CPU = 1769;

  private final List<Medians> lines = new ArrayList<>();

  SignUpCostTest() {
    for (String function : List.of("api", "custom-message", "post-confirmation", "pre-sign-up")) {
      measured(function, 10);
    }
    measured("custom-email-sender", 100);
    measured("reconcile", 10);
  }

  private void measured(String function, double warm) {
    measured(function, "on demand", Start.ON_DEMAND, 3 * warm);
    measured(function, "primed", Start.SNAPSHOT, warm);
  }

  private void measured(String function, String variant, Start start, double warm) {
    MeasuredFunction subject =
        new MeasuredFunction(function, variant, Path.of(""), "", Map.of(), WHOLE_CPU, "{}", start);
    lines.add(
        new Medians(
            subject,
            new Sample.Timing(0, 400),
            new Sample.Timing(0, 2 * warm),
            new Sample.Timing(0, warm),
            null,
            500,
            0));
  }

  @Test
  void warmCallIsBilledByTheCpuTimeOfAPrimedProcess() {
    assertThat(new SignUpCost(lines, "").table())
        .contains("| api | ours | 1769 | 3 | 10 | 20 | 500 |");
  }

  @Test
  void smallerMemoryIncreasesTheBilledTime() {
    assertThat(FunctionBill.billed(10, WHOLE_CPU)).isEqualTo(10);
    assertThat(FunctionBill.billed(10, 1024)).isEqualTo(18);
    assertThat(FunctionBill.billed(10, 3000)).isEqualTo(10);
    assertThat(FunctionBill.billed(0.01, 1024)).isEqualTo(1);
  }

  @Test
  void eitherCustomMessageOrCustomEmailSenderIsBilled() {
    assertThat(new SignUpCost(lines, "").table())
        .contains("| Cognito sends the mail | 2.58 |")
        .contains("| Lambda sends it | 4.66 |");
  }

  @Test
  void functionOutsideASignUpIsNotBilled() {
    assertThat(new SignUpCost(lines, "").table()).doesNotContain("reconcile");
  }

  @Test
  void goFunctionsAreListedWithoutASnapshot() {
    measured("api", GoBaselines.VARIANT, Start.PROGRAM, 1);
    assertThat(new SignUpCost(lines, "Built by Go.").table())
        .contains("| api | Go | 1769 | 3 | 1 | none | 500 |")
        .contains("| functions that are also written in Go: ours | 1.29 |")
        .contains("| the same functions in Go | 0.67 | none |")
        .contains("Built by Go.");
  }

  @Test
  void withoutGoThereIsNoRowForIt() {
    assertThat(new SignUpCost(lines, "None.").table()).doesNotContain("| Go |", "in Go");
  }
}
