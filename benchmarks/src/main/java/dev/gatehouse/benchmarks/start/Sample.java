package dev.gatehouse.benchmarks.start;

/**
 * Is one start and its calls; times in milliseconds.
 *
 * @param init from the start of the process to its first question for an event
 * @param first the first call
 * @param warm the median of the calls after it
 */
record Sample(Cost init, Cost first, Cost warm, long peakKilobytes) {
  /** Is what something took: as the clock on the wall says, and in processor time. */
  record Cost(double wall, double cpu) {}
}
