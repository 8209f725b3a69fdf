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
  private static final int ROUNDS = 5;

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

            By memory size: Lambda gives a function the share of a processor that is its memory \
            divided by 1769 MB, and here a quota of the kernel does the same from the end of the \
            init on: so much processor time in each %d ms, then none until the next. Times are \
            those of the clock on the wall, medians of %d rounds.

            | function | variant | memory MB | share of a processor | first call ms | \
            warm call ms | peak MB |
            |---|---|--:|--:|--:|--:|--:|
            """
                .formatted(Quota.PERIOD_MICROS / 1000, ROUNDS));
    List<BarChart.Bar> bars = new ArrayList<>();
    for (Medians line : lines) {
      Subject subject = line.subject();
      table.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %d | %.2f | %.1f | %.1f | %.0f |%n",
              subject.function(),
              subject.variant(),
              subject.memory(),
              subject.memory() / (double) Quota.MEGABYTES_PER_PROCESSOR,
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
