package dev.gatehouse.benchmarks.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads what Linux knows about a process. */
record ProcessStat(Path directory) {
  /** The kernel counts processor time for user space in hundredths of a second. */
  private static final int MILLIS_PER_TICK = 10;

  private static final int USER = 11;
  private static final int SYSTEM = 12;

  static ProcessStat of(Process process) {
    return new ProcessStat(Path.of("/proc", String.valueOf(process.pid())));
  }

  /** Returns the processor time of all its threads so far, user and system, in milliseconds. */
  long cpuMillis() throws IOException {
    String stat = Files.readString(directory.resolve("stat"));
    // The name before stands in parentheses and may hold anything.
    List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
    return MILLIS_PER_TICK
        * (Long.parseLong(fields.get(USER)) + Long.parseLong(fields.get(SYSTEM)));
  }

  /** Returns the most memory it ever had, in kilobytes. */
  long peakKilobytes() throws IOException {
    for (String line : Files.readAllLines(directory.resolve("status"))) {
      if (line.startsWith("VmHWM:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", ""));
      }
    }
    throw new IOException("no VmHWM in " + directory);
  }
}
