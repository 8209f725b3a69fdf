package dev.gatehouse.benchmarks.start.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The CPU time and memory of a process, as Linux reports them. */
record ProcessUsage(int process) {
  /** Returns the usage of a process. */
  static ProcessUsage of(Process process) {
    return new ProcessUsage(Math.toIntExact(process.pid()));
  }

  /**
   * Returns the CPU time of all threads so far, user and system, in milliseconds.
   *
   * <p>The clock of the process counts nanoseconds. /proc counts hundredths of a second, which is
   * too coarse for a first call of a few milliseconds.
   */
  double cpuMillis() throws IOException {
    int[] clock = new int[1];
    long[] time = new long[2];
    if (LinuxClocks.C.clock_getcpuclockid(process, clock) != 0
        || LinuxClocks.C.clock_gettime(clock[0], time) != 0) {
      throw new IOException(
          String.format(Locale.ROOT, "process %d has no clock: it has exited", process));
    }
    return time[0] * 1e3 + time[1] / 1e6;
  }

  /** Returns the peak memory in kilobytes. */
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
