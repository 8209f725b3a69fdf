package dev.gatehouse.benchmarks.start.measured;

import dev.gatehouse.benchmarks.start.measured.Sample.Timing;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The medians of a function's samples, each figure by itself. */
public record Medians(
    MeasuredFunction subject,
    Timing init,
    Timing first,
    Timing warm,
    @Nullable Timing late,
    double startCpu,
    double peakMb) {

  /** Returns the medians of samples. */
  public static Medians of(MeasuredFunction subject, List<Sample> samples) {
    return new Medians(
        subject,
        new Timing(
            median(samples, one -> one.init().wall()), median(samples, one -> one.init().cpu())),
        new Timing(
            median(samples, one -> one.first().wall()), median(samples, one -> one.first().cpu())),
        new Timing(
            median(samples, one -> one.warm().wall()), median(samples, one -> one.warm().cpu())),
        late(samples.stream().flatMap(one -> Stream.ofNullable(one.late())).toList()),
        median(samples, one -> one.init().cpu() + one.first().cpu()),
        median(samples, one -> one.peakKilobytes() / 1024.0));
  }

  private static @Nullable Timing late(List<Timing> samples) {
    return samples.isEmpty()
        ? null
        : new Timing(median(samples, Timing::wall), median(samples, Timing::cpu));
  }

  /** Returns the median of a figure. */
  public static <T> double median(List<T> samples, ToDoubleFunction<T> figure) {
    double[] sorted = samples.stream().mapToDouble(figure).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
