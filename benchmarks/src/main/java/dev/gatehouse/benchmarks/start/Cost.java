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

  /** Is what one call of a function bills: warm, first after a snapshot, with a start. */
  private record Bill(String function, int memory, double warm, double restored, double cold) {
    String row() {
      return String.format(
          Locale.ROOT,
          "| %s | %d | %d | %.0f | %.0f | %.0f |%n",
          function,
          memory,
          CALLS.getOrDefault(function, 0),
          warm,
          restored,
          cold);
    }

    /** Returns what a million people's calls of it cost, each billed so many milliseconds. */
    double million(double billed) {
      return 1e6 * CALLS.getOrDefault(function, 0) * usd(billed, memory);
    }
  }

  String table() {
    StringBuilder table =
        new StringBuilder(
            """

            | function | memory MB | calls per sign-up | billed ms, warm | billed ms, first after a \
            snapshot | billed ms, start without one |
            |---|--:|--:|--:|--:|--:|
            """);
    List<Bill> bills = bills();
    bills.forEach(bill -> table.append(bill.row()));
    return table
        + String.format(
            Locale.ROOT,
            "%nA million sign-ups, six calls each: %.2f USD if every call is warm, %.2f if every"
                + " call comes first after a snapshot, %.2f if every call starts a process; what a"
                + " function waits for others on AWS comes on top. Prices: Lambda's list for arm64"
                + " in us-east-1, 13.3334 USD for a million GB-seconds and 0.20 for a million"
                + " calls, as the authors knew them in November 2026: check"
                + " [AWS's own](https://aws.amazon.com/lambda/pricing/). No Go function is"
                + " measured: its toolchain is not here, and a figure from elsewhere would not"
                + " compare.%n",
            bills.stream().mapToDouble(bill -> bill.million(bill.warm())).sum(),
            bills.stream().mapToDouble(bill -> bill.million(bill.restored())).sum(),
            bills.stream().mapToDouble(bill -> bill.million(bill.cold())).sum());
  }

  private List<Bill> bills() {
    return lines.stream()
        .filter(line -> CALLS.containsKey(line.subject().function()))
        .filter(line -> line.subject().variant().equals("on demand"))
        .map(this::bill)
        .toList();
  }

  private Bill bill(Medians line) {
    String function = line.subject().function();
    int memory = line.subject().memory();
    return new Bill(
        function,
        memory,
        billed(line.warm().cpu(), memory),
        billed(primed(function).first().cpu(), memory),
        billed(line.startCpu(), memory));
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
