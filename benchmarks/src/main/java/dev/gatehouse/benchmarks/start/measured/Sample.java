package dev.gatehouse.benchmarks.start.measured;

import org.jspecify.annotations.Nullable;

/**
 * One start and its calls; times in milliseconds.
 *
 * @param init from the start of the process to its first request for an event
 * @param first the first call
 * @param warm the median of the calls after it
 * @param late the same of the last calls of a thousand; null if there were not so many
 */
public record Sample(
    Timing init, Timing first, Timing warm, @Nullable Timing late, long peakKilobytes) {
  /** Wall-clock time and CPU time. */
  public record Timing(double wall, double cpu) {}
}
