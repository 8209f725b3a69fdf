package dev.gatehouse.benchmarks.start.report;

import dev.gatehouse.benchmarks.start.process.CpuQuota;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The billed milliseconds of one call of a function: warm, first after a snapshot, with a cold
 * start.
 *
 * @param calls the number of calls in a sign-up
 * @param restored null for a function without a snapshot
 */
record FunctionBill(
    String function,
    String variant,
    int calls,
    int memory,
    double warm,
    @Nullable Double restored,
    double cold) {
  private static final double USD_PER_GB_SECOND = 0.0000133334;
  private static final double USD_PER_CALL = 0.20 / 1e6;

  /**
   * Returns the billed milliseconds: CPU time divided by the CPU share of the memory, rounded up.
   */
  static double billed(double cpuMillis, int memory) {
    double share = Math.min(1, memory / (double) CpuQuota.MEGABYTES_PER_CPU);
    return Math.max(1, Math.ceil(cpuMillis / share));
  }

  /** Returns the table row. */
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

  /**
   * Returns the price of a million sign-ups in USD for a number of billed milliseconds per call.
   */
  double pricePerMillionSignUps(double billed) {
    return 1e6 * calls * (USD_PER_CALL + billed / 1e3 * memory / 1024 * USD_PER_GB_SECOND);
  }
}
