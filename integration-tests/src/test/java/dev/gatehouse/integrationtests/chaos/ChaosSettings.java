package dev.gatehouse.integrationtests.chaos;

import java.time.Duration;
import java.util.Random;

/**
 * What decides a run.
 *
 * @param seed decides what every client does and which fault comes next
 * @param duration how long faults come
 */
record ChaosSettings(long seed, Duration duration) {
  private static final int SHORT = 25;

  /** Returns {@code -Dchaos.seed} and {@code -Dchaos.seconds}; a random seed and a short run. */
  static ChaosSettings ofProcess() {
    return new ChaosSettings(
        Long.getLong("chaos.seed", new Random().nextInt(1_000_000)),
        Duration.ofSeconds(Integer.getInteger("chaos.seconds", SHORT)));
  }

  @Override
  public String toString() {
    return duration.toSeconds() + " seconds with the seed " + seed;
  }

  /** Returns the random numbers of one of the threads, which do not depend on the others. */
  Random random(int thread) {
    return new Random(seed * 1_000 + thread);
  }
}
