package dev.gatehouse.benchmarks.start.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.benchmarks.start.measured.MeasuredFunction;
import dev.gatehouse.benchmarks.start.measured.MeasuredFunction.Start;
import dev.gatehouse.benchmarks.start.measured.Medians;
import dev.gatehouse.benchmarks.start.measured.Sample.Timing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheapestSizesTest {
  private final List<Medians> lines = new ArrayList<>();

  @Test
  void sizeWithALongerMedianIsNotChosenHoweverCheap() {
    measured("api", "primed", Start.SNAPSHOT, 256, 19, 1.1);
    measured("api", "primed", Start.SNAPSHOT, 512, 2.4, 1.1);
    measured("api", "primed", Start.SNAPSHOT, 1769, 2.0, 1.1);

    // 1.1 ms of a whole processor are billed as 2, and as 4 of its 0.29 for less than a third.
    assertThat(new CheapestSizes(lines).table())
        .contains("| api | ours | 512 | 2.4 | 4 | 0.68 |")
        .doesNotContain("Go");
  }

  @Test
  void functionsInGoAreComparedAtSizesOfTheirOwn() {
    measured("api", "primed", Start.SNAPSHOT, 512, 2, 2.0);
    measured("api", "Go", Start.PROGRAM, 256, 1, 0.5);
    measured("reconcile", "primed", Start.SNAPSHOT, 512, 2, 2.0);

    assertThat(new CheapestSizes(lines).table())
        .contains("| api | Go | 256 | 1.0 | 4 | 0.64 |")
        .contains("cost 0.74 USD, in Go 0.64: 1.16 times as much (aim: at most 1.3, reached)");
  }

  private void measured(
      String function, String variant, Start start, int memory, double wall, double cpu) {
    lines.add(
        new Medians(
            new MeasuredFunction(function, variant, Path.of(""), "", Map.of(), memory, "{}", start),
            new Timing(0, 0),
            new Timing(0, 0),
            new Timing(wall, cpu),
            null,
            0,
            0));
  }
}
