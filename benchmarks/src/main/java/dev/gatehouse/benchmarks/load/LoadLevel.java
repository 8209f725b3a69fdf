package dev.gatehouse.benchmarks.load;

import dev.gatehouse.benchmarks.load.ProcessTree.Usage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What some clients at once measured.
 *
 * @param target the name of the emulator
 * @param cpuOwn processor time of the emulator's own process, milliseconds a journey
 * @param cpuFunctions processor time of its children, milliseconds a journey
 * @param lost users that the journeys confirmed and that are not stored
 * @param firstError the first error, null if there was none
 */
record LoadLevel(
    String target,
    int clients,
    int journeys,
    double seconds,
    StepTimes times,
    double cpuOwn,
    double cpuFunctions,
    int errors,
    long lost,
    Usage usage,
    @Nullable String firstError) {

  /** Returns the journeys in a second. */
  double perSecond() {
    return journeys / seconds;
  }

  /** Runs a number of journeys with a number of clients. */
  static LoadLevel run(String target, ProcessTree processes, Journey journey, int clients, int many)
      throws IOException, InterruptedException {
    AtomicInteger left = new AtomicInteger(many);
    AtomicInteger errors = new AtomicInteger();
    AtomicReference<@Nullable String> firstError = new AtomicReference<>();
    StepTimes times = new StepTimes();
    long rows = journey.rows();
    Usage before = processes.measure();
    long begin = System.nanoTime();
    List<Thread> threads = new ArrayList<>();
    for (int client = 0; client < clients; client++) {
      threads.add(
          Thread.startVirtualThread(
              () -> {
                for (int i = left.getAndDecrement(); i > 0; i = left.getAndDecrement()) {
                  try {
                    String email =
                        "user-" + Long.toString(System.nanoTime(), 36) + "-" + i + "@example.com";
                    long start = System.nanoTime();
                    journey.run(email, times);
                    times.add(StepTimes.JOURNEY, System.nanoTime() - start);
                  } catch (IOException | RuntimeException e) {
                    errors.incrementAndGet();
                    firstError.compareAndSet(null, e.toString());
                  }
                }
              }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    Usage after = processes.measure();
    long root = processes.root().pid();
    long stored = journey.rows() - rows;
    return new LoadLevel(
        target,
        clients,
        many,
        seconds,
        times,
        after.cpuSince(before, true, root) / many,
        after.cpuSince(before, false, root) / many,
        errors.get(),
        rows < 0 ? 0 : Math.max(0, many - errors.get() - stored),
        after,
        firstError.get());
  }
}
