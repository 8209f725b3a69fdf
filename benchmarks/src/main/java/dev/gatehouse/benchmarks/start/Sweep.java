package dev.gatehouse.benchmarks.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Calls functions with the share of a processor that comes with each memory size. */
record Sweep(Bench bench, Path root) {
  private static final List<Integer> SIZES = List.of(256, 512, 1024, 1769);
  private static final int ROUNDS = 3;

  /** Returns the table, or a word on why there is none; the init is given a whole processor. */
  String over(List<Subject> subjects) throws IOException, InterruptedException {
    try (@Nullable Quota quota = Quota.ifPossible()) {
      if (quota == null) {
        return "\nNo sweep over memory sizes: this user may not make a cgroup.\n";
      }
      List<Subject> sized =
          subjects.stream()
              .flatMap(subject -> SIZES.stream().map(size -> subject.sized(size)))
              .toList();
      return written(bench.under(quota).rounds(sized, ROUNDS));
    }
  }

  private String written(List<Medians> lines) throws IOException {
    StringBuilder table =
        new StringBuilder(
            """

            Under the share of a processor that comes with the memory, once the init is done:

            | function | variant | memory MB | first call ms | warm call ms | peak MB |
            |---|---|--:|--:|--:|--:|
            """);
    List<BarChart.Bar> bars = new ArrayList<>();
    for (Medians line : lines) {
      Subject subject = line.subject();
      table.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %d | %.0f | %.1f | %.0f |%n",
              subject.function(),
              subject.variant(),
              subject.memory(),
              line.first().wall(),
              line.warm().wall(),
              line.peakMb()));
      String label = "%s, %d MB".formatted(subject.function(), subject.memory());
      bars.add(new BarChart.Bar(label, line.first().wall(), true));
    }
    Files.writeString(
        root.resolve("docs/benchmarks-memory.svg"),
        BarChart.of("First call after a snapshot by memory size, ms", bars));
    return table + "\n![First call by memory size](benchmarks-memory.svg)\n";
  }
}
