package dev.gatehouse.benchmarks.start;

import dev.gatehouse.benchmarks.start.Subject.Start;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says what a million sign-ups cost, by AWS's list prices for arm64 in us-east-1. */
record Cost(List<Medians> lines) {
  private static final double USD_PER_GB_SECOND = 0.0000133334;
  private static final double USD_PER_CALL = 0.20 / 1e6;

  /** What one person's way from sign-up to profile calls. */
  private static final Map<String, Integer> CALLS =
      Map.of("api", 3, "pre-sign-up", 1, "custom-message", 1, "post-confirmation", 1);

  /** Is how much of Go's there was once, by the same method; not of this run. */
  private static final double GO_WARM_MILLIS = 1.5;

  private static final double GO_START_MILLIS = 24;

  String table() {
    StringBuilder table =
        new StringBuilder(
            """

            | function | memory MB | calls per sign-up | billed ms, warm | billed ms, first after a \
            snapshot | billed ms, start without one |
            |---|--:|--:|--:|--:|--:|
            """);
    double warm = 0;
    double restored = 0;
    double cold = 0;
    for (Medians line : lines) {
      String name = line.subject().function();
      if (!CALLS.containsKey(name) || !line.subject().variant().equals("on demand")) {
        continue;
      }
      int memory = line.subject().memory();
      double[] billed = {
        billed(line.warm().cpu(), memory),
        billed(primed(name).first().cpu(), memory),
        billed(line.startCpu(), memory)
      };
      int calls = CALLS.get(name);
      warm += calls * usd(billed[0], memory);
      restored += calls * usd(billed[1], memory);
      cold += calls * usd(billed[2], memory);
      table.append(
          String.format(
              Locale.ROOT,
              "| %s | %d | %d | %.0f | %.0f | %.0f |%n",
              name,
              memory,
              calls,
              billed[0],
              billed[1],
              billed[2]));
    }
    return table
        + String.format(
            Locale.ROOT,
            "%nA million sign-ups, six calls each: %.2f USD if every call is warm, %.2f if every"
                + " call comes first after a snapshot, %.2f if every call starts a process. Go,"
                + " measured earlier by the same method and not in this run: %.2f and %.2f at the"
                + " smallest memory.%n",
            warm * 1e6,
            restored * 1e6,
            cold * 1e6,
            6e6 * usd(billed(GO_WARM_MILLIS, 128), 128),
            6e6 * usd(billed(GO_START_MILLIS, 128), 128));
  }

  private Medians primed(String function) {
    return lines.stream()
        .filter(one -> one.subject().function().equals(function))
        .filter(one -> one.subject().start() == Start.SNAPSHOT)
        .findFirst()
        .orElseThrow();
  }

  /** Processor time is stretched by the share that comes with the memory; Lambda rounds up. */
  private static double billed(double cpuMillis, int memory) {
    double share = Math.min(1, memory / (double) Quota.MEGABYTES_PER_PROCESSOR);
    return Math.max(1, Math.ceil(cpuMillis / share));
  }

  private static double usd(double billedMillis, int memory) {
    return USD_PER_CALL + billedMillis / 1e3 * memory / 1024 * USD_PER_GB_SECOND;
  }
}
