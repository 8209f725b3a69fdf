package dev.gatehouse.pulumi;

import org.jspecify.annotations.Nullable;

/**
 * Says when a metric is worth somebody's time.
 *
 * @param says what has happened, and what to do about it, as the mail has it
 * @param without what is counted in the metric but is no trouble, to be taken off it
 * @param threshold the first value that is too much
 * @param when how long it must last
 */
record Alarm(
    String name,
    String says,
    Metric metric,
    @Nullable Metric without,
    double threshold,
    Lasting when) {

  /** Is how many of the last so many periods must be past the threshold. */
  record Lasting(int seconds, int periods, int of) {
    static final Lasting AT_ONCE = new Lasting(300, 1, 1);
    static final Lasting FOR_A_WHILE = new Lasting(300, 2, 3);
    static final Lasting FOR_AN_HOUR = new Lasting(3600, 1, 1);
  }

  static Alarm of(String name, String says, Metric metric, double threshold, Lasting when) {
    return new Alarm(name, says, metric, null, threshold, when);
  }

  /** Returns the same alarm, which this other count does not set off. */
  Alarm without(Metric expected) {
    return new Alarm(name, says, metric, expected, threshold, when);
  }
}
