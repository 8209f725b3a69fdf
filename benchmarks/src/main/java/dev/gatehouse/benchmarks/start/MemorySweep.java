package dev.gatehouse.benchmarks.start;

import dev.gatehouse.benchmarks.start.measured.MeasuredFunction;
import dev.gatehouse.benchmarks.start.measured.Medians;
import dev.gatehouse.benchmarks.start.process.CpuQuota;
import dev.gatehouse.benchmarks.start.report.BarChart;
import dev.gatehouse.benchmarks.start.report.CheapestSizes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A measurement of functions with the CPU share of each memory size. */
record MemorySweep(BenchmarkRunner bench, Path root) {
  private static final List<Integer> SIZES = List.of(256, 512, 1024, 1769);
  private static final int ROUNDS = 5;

  /** Returns the table, or the reason why there is none; the init has a whole CPU. */
  String measure(List<MeasuredFunction> subjects) throws IOException, InterruptedException {
    try (@Nullable CpuQuota quota = CpuQuota.tryCreate()) {
      if (quota == null) {
        return "\nNo sweep over memory sizes: this user may not create a cgroup.\n";
      }
      List<MeasuredFunction> sized =
          subjects.stream()
              .flatMap(subject -> SIZES.stream().map(size -> subject.withMemory(size)))
              .toList();
      return written(bench.under(quota).rounds(sized, ROUNDS));
    }
  }

  private String written(List<Medians> lines) throws IOException {
    StringBuilder table =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                """

                By memory size: Lambda gives a function a CPU share of its memory divided by 1769 MB. \
                Here a quota of the kernel does the same from the end of the init on: a part of each \
                %d ms period, then none until the next. Times are wall-clock times, medians of %d rounds.

                | function | variant | memory MB | CPU share | first call ms | \
                warm call ms | peak MB |
                |---|---|--:|--:|--:|--:|--:|
                """,
                CpuQuota.PERIOD_MICROS / 1000,
                ROUNDS));
    List<BarChart.Bar> bars = new ArrayList<>();
    for (Medians line : lines) {
      MeasuredFunction subject = line.subject();
      table.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %d | %.2f | %.1f | %.1f | %.0f |%n",
              subject.function(),
              subject.variant(),
              subject.memory(),
              subject.memory() / (double) CpuQuota.MEGABYTES_PER_CPU,
              line.first().wall(),
              line.warm().wall(),
              line.peakMb()));
      bars.add(bar(line));
    }
    Files.writeString(
        root.resolve("docs/benchmarks-memory.svg"),
        BarChart.of("First call after a snapshot by memory size, ms", bars));
    table.append(new CheapestSizes(lines).table());
    return table + "\n![First call by memory size](benchmarks-memory.svg)\n";
  }

  private static BarChart.Bar bar(Medians line) {
    MeasuredFunction subject = line.subject();
    boolean ours = subject.start() == MeasuredFunction.Start.SNAPSHOT;
    String name = ours ? subject.function() : subject.name();
    return new BarChart.Bar(
        String.format(Locale.ROOT, "%s, %d MB", name, subject.memory()), line.first().wall(), ours);
  }
}
