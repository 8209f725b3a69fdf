package dev.gatehouse.benchmarks.start.measured;

/**
 * One start and its calls; times in milliseconds.
 *
 * @param init from the start of the process to its first request for an event
 * @param first the first call
 * @param warm the median of the calls after it
 */
public record Sample(Timing init, Timing first, Timing warm, long peakKilobytes) {
  /** Wall-clock time and CPU time. */
  public record Timing(double wall, double cpu) {}
}
