package dev.gatehouse.benchmarks.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads what Linux knows about a process. */
record ProcessStat(int process) {
  static ProcessStat of(Process process) {
    return new ProcessStat(Math.toIntExact(process.pid()));
  }

  /**
   * Returns the processor time of all its threads so far, user and system, in milliseconds.
   *
   * <p>It comes from the clock of the process, which counts nanoseconds; /proc counts hundredths of
   * a second, and a first call takes a few milliseconds.
   */
  double cpuMillis() throws IOException {
    int[] clock = new int[1];
    long[] time = new long[2];
    if (LinuxClocks.C.clock_getcpuclockid(process, clock) != 0
        || LinuxClocks.C.clock_gettime(clock[0], time) != 0) {
      throw new IOException("process %d has no clock: it has ended".formatted(process));
    }
    return time[0] * 1e3 + time[1] / 1e6;
  }

  /** Returns the most memory it ever had, in kilobytes. */
  long peakKilobytes() throws IOException {
    Path status = Path.of("/proc", String.valueOf(process), "status");
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("VmHWM:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", ""));
      }
    }
    throw new IOException("no VmHWM in " + status);
  }
}
