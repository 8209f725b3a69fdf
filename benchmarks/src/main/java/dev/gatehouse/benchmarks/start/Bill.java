package dev.gatehouse.benchmarks.start;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Is what one call of a function bills, in milliseconds: warm, first after a snapshot, with a
 * start.
 *
 * @param calls how often a sign-up calls it
 * @param restored nothing for what is never restored from a snapshot
 */
record Bill(
    String function,
    String variant,
    int calls,
    int memory,
    double warm,
    @Nullable Double restored,
    double cold) {
  private static final double USD_PER_GB_SECOND = 0.0000133334;
  private static final double USD_PER_CALL = 0.20 / 1e6;

  /** Processor time is stretched by the share that comes with the memory; Lambda rounds up. */
  static double billed(double cpuMillis, int memory) {
    double share = Math.min(1, memory / (double) Quota.MEGABYTES_PER_PROCESSOR);
    return Math.max(1, Math.ceil(cpuMillis / share));
  }

  /** Returns it as a row of the table. */
  String row() {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %d | %d | %.0f | %s | %.0f |%n",
        function,
        variant,
        memory,
        calls,
        warm,
        restored == null ? "none" : String.format(Locale.ROOT, "%.0f", restored),
        cold);
  }

  /** Returns what the calls of a million sign-ups cost, each billed so many milliseconds. */
  double million(double billed) {
    return 1e6 * calls * (USD_PER_CALL + billed / 1e3 * memory / 1024 * USD_PER_GB_SECOND);
  }
}
