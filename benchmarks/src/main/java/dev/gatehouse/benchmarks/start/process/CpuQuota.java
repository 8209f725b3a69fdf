package dev.gatehouse.benchmarks.start.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A cgroup that limits processes to the CPU share that Lambda gives for their memory. */
public final class CpuQuota implements AutoCloseable {
  /** The memory that comes with one whole CPU, as Lambda's documentation says. */
  public static final int MEGABYTES_PER_CPU = 1769;

  /** The period of the quota, short in comparison to most calls. */
  public static final long PERIOD_MICROS = 20_000;

  private static final Path ROOT = Path.of("/sys/fs/cgroup");
  private static final String NAME = "gatehouse-benchmark";

  private final Path group;
  private final boolean unified;

  private CpuQuota(Path group, boolean unified) {
    this.group = group;
    this.unified = unified;
  }

  /** Creates a cgroup; returns null if this user may not. */
  public static @Nullable CpuQuota tryCreate() {
    boolean unified = Files.exists(ROOT.resolve("cgroup.controllers"));
    Path group = (unified ? ROOT : ROOT.resolve("cpu")).resolve(NAME);
    try {
      Files.createDirectories(group);
      CpuQuota quota = new CpuQuota(group, unified);
      quota.limit(MEGABYTES_PER_CPU);
      return quota;
    } catch (IOException notAllowed) {
      return null;
    }
  }

  /** Sets the CPU share of a memory size. */
  void limit(int megabytes) throws IOException {
    long micros = PERIOD_MICROS * megabytes / MEGABYTES_PER_CPU;
    if (unified) {
      Files.writeString(group.resolve("cpu.max"), micros + " " + PERIOD_MICROS);
    } else {
      Files.writeString(group.resolve("cpu.cfs_period_us"), String.valueOf(PERIOD_MICROS));
      Files.writeString(group.resolve("cpu.cfs_quota_us"), String.valueOf(micros));
    }
  }

  /** Adds a process to the cgroup. */
  void add(Process process) throws IOException {
    Files.writeString(group.resolve("cgroup.procs"), String.valueOf(process.pid()));
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(group);
  }
}
