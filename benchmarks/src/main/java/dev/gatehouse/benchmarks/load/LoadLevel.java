package dev.gatehouse.benchmarks.load;

import dev.gatehouse.benchmarks.load.ProcessTree.Usage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What some clients at once measured.
 *
 * @param target the name of the emulator
 * @param cpuOwn processor time of the emulator's own process, milliseconds a journey
 * @param cpuFunctions processor time of its children, milliseconds a journey
 * @param cpuByProcess processor time of the emulator and of each function, milliseconds a journey
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
    Map<String, Double> cpuByProcess,
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
    Clients running = new Clients(journey, many);
    long rows = journey.rows();
    Usage before = processes.measure();
    long begin = System.nanoTime();
    running.run(clients);
    double seconds = (System.nanoTime() - begin) / 1e9;
    Usage after = processes.measure();
    long root = processes.root().pid();
    int errors = running.errors.get();
    long stored = journey.rows() - rows;
    return new LoadLevel(
        target,
        clients,
        many,
        seconds,
        running.times,
        after.cpuSince(before, true, root) / many,
        after.cpuSince(before, false, root) / many,
        after.cpuByName(before, many),
        errors,
        rows < 0 ? 0 : Math.max(0, many - errors - stored),
        after,
        running.firstError.get());
  }

  /** Clients that share a number of journeys. */
  private static final class Clients {
    private final Journey journey;
    private final AtomicInteger left;
    private final AtomicInteger errors = new AtomicInteger();
    private final AtomicReference<@Nullable String> firstError = new AtomicReference<>();
    private final StepTimes times = new StepTimes();

    Clients(Journey journey, int many) {
      this.journey = journey;
      this.left = new AtomicInteger(many);
    }

    void run(int clients) throws InterruptedException {
      List<Thread> threads = new ArrayList<>();
      for (int client = 0; client < clients; client++) {
        threads.add(Thread.startVirtualThread(this::runAll));
      }
      for (Thread thread : threads) {
        thread.join();
      }
    }

    private void runAll() {
      for (int i = left.getAndDecrement(); i > 0; i = left.getAndDecrement()) {
        String email = "user-" + Long.toString(System.nanoTime(), 36) + "-" + i + "@example.com";
        long start = System.nanoTime();
        try {
          journey.run(email, times);
          times.add(StepTimes.JOURNEY, System.nanoTime() - start);
        } catch (IOException | RuntimeException e) {
          errors.incrementAndGet();
          firstError.compareAndSet(null, e.toString());
        }
      }
    }
  }
}
