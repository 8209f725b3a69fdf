package dev.gatehouse.benchmarks.load;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The times of each step of the journeys of all clients, in milliseconds. */
final class StepTimes {
  /** The name of the sum of all steps. */
  static final String JOURNEY = "journey";

  private final Map<String, ConcurrentLinkedQueue<Double>> times = new LinkedHashMap<>();

  /** A step with a result. */
  interface Step<T> {

    /** Runs the step. */
    T run() throws IOException;
  }

  /** A step without a result. */
  interface Action {

    /** Runs the step. */
    void run() throws IOException;
  }

  /** Runs a step and keeps its time unless it fails. */
  <T> T measure(String step, Step<T> run) throws IOException {
    long begin = System.nanoTime();
    T result = run.run();
    add(step, System.nanoTime() - begin);
    return result;
  }

  /** Runs a step and keeps its time unless it fails. */
  void measure(String step, Action run) throws IOException {
    long begin = System.nanoTime();
    run.run();
    add(step, System.nanoTime() - begin);
  }

  /** Adds the time of a step. */
  void add(String step, long nanos) {
    synchronized (times) {
      times.computeIfAbsent(step, unused -> new ConcurrentLinkedQueue<>()).add(nanos / 1e6);
    }
  }

  /** Returns the names of the steps, in the order of their first end. */
  List<String> steps() {
    synchronized (times) {
      return List.copyOf(times.keySet());
    }
  }

  /** Returns the time that this share of the steps took at most, such as 0.5 for the median. */
  double percentile(String step, double share) {
    double[] sorted;
    synchronized (times) {
      sorted =
          times.getOrDefault(step, new ConcurrentLinkedQueue<>()).stream()
              .mapToDouble(Double::doubleValue)
              .toArray();
    }
    Arrays.sort(sorted);
    return sorted.length == 0
        ? Double.NaN
        : sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  }
}
