package dev.gatehouse.benchmarks.start;

import dev.gatehouse.benchmarks.start.Sample.Cost;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Is what the rounds of one subject come to; each figure is a median of its own. */
record Medians(Subject subject, Cost init, Cost first, Cost warm, double startCpu, double peakMb) {

  static Medians of(Subject subject, List<Sample> samples) {
    return new Medians(
        subject,
        new Cost(
            median(samples, one -> one.init().wall()), median(samples, one -> one.init().cpu())),
        new Cost(
            median(samples, one -> one.first().wall()), median(samples, one -> one.first().cpu())),
        new Cost(
            median(samples, one -> one.warm().wall()), median(samples, one -> one.warm().cpu())),
        median(samples, one -> one.init().cpu() + one.first().cpu()),
        median(samples, one -> one.peakKilobytes() / 1024.0));
  }

  /** Returns the median of a figure. */
  static <T> double median(List<T> samples, ToDoubleFunction<T> figure) {
    double[] sorted = samples.stream().mapToDouble(figure).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
