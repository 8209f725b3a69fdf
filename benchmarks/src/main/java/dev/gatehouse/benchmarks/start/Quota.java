package dev.gatehouse.benchmarks.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Gives processes the share of a processor that Lambda gives for their memory, through a cgroup.
 */
final class Quota implements AutoCloseable {
  /** Lambda's own statement: so many megabytes come with one whole processor. */
  static final int MEGABYTES_PER_PROCESSOR = 1769;

  /** Short beside most calls, so that what is left of one period weighs little. */
  static final long PERIOD_MICROS = 20_000;

  private static final Path ROOT = Path.of("/sys/fs/cgroup");
  private static final String NAME = "gatehouse-benchmark";

  private final Path group;
  private final boolean unified;

  private Quota(Path group, boolean unified) {
    this.group = group;
    this.unified = unified;
  }

  /** Returns a group of our own, or null where this user may not make one. */
  static @Nullable Quota ifPossible() {
    boolean unified = Files.exists(ROOT.resolve("cgroup.controllers"));
    Path group = (unified ? ROOT : ROOT.resolve("cpu")).resolve(NAME);
    try {
      Files.createDirectories(group);
      Quota quota = new Quota(group, unified);
      quota.limit(MEGABYTES_PER_PROCESSOR);
      return quota;
    } catch (IOException notAllowed) {
      return null;
    }
  }

  /** Sets the share that comes with this memory. */
  void limit(int megabytes) throws IOException {
    long micros = PERIOD_MICROS * megabytes / MEGABYTES_PER_PROCESSOR;
    if (unified) {
      Files.writeString(group.resolve("cpu.max"), micros + " " + PERIOD_MICROS);
    } else {
      Files.writeString(group.resolve("cpu.cfs_period_us"), String.valueOf(PERIOD_MICROS));
      Files.writeString(group.resolve("cpu.cfs_quota_us"), String.valueOf(micros));
    }
  }

  /** Puts the process under the quota. */
  void hold(Process process) throws IOException {
    Files.writeString(group.resolve("cgroup.procs"), String.valueOf(process.pid()));
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(group);
  }
}
