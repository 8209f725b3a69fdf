package dev.gatehouse.benchmarks.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What an emulator and its children use, as Linux reports it. */
record ProcessTree(ProcessHandle root) {
  private static final int USER_TIME = 13 - 2;
  private static final int SYSTEM_TIME = 14 - 2;
  private static final double TICK_MILLIS = 10;
  private static final String FUNCTION = "AWS_LAMBDA_FUNCTION_NAME=";

  /**
   * What the processes use at one time.
   *
   * @param cpuMillis user and system time so far, of each process
   * @param names what each process is: a function by its name, or the emulator
   * @param ownMegabytes resident memory of the emulator's own process
   * @param childrenMegabytes resident memory of the others
   * @param files open files of the emulator's own process
   */
  record Usage(
      Map<Long, Double> cpuMillis,
      Map<Long, String> names,
      double ownMegabytes,
      double childrenMegabytes,
      long files) {

    /** Returns the processor time for each journey since an earlier measurement, by name. */
    Map<String, Double> cpuByName(Usage earlier, int journeys) {
      Map<String, Double> byName = new TreeMap<>();
      cpuMillis.forEach(
          (pid, millis) ->
              byName.merge(
                  names.getOrDefault(pid, "other"),
                  (millis - earlier.cpuMillis.getOrDefault(pid, 0.0)) / journeys,
                  Double::sum));
      return byName;
    }

    /** Returns the processor time since an earlier measurement, of these processes. */
    double cpuSince(Usage earlier, boolean own, long root) {
      return cpuMillis.entrySet().stream()
          .filter(entry -> (entry.getKey() == root) == own)
          .mapToDouble(
              entry -> entry.getValue() - earlier.cpuMillis.getOrDefault(entry.getKey(), 0.0))
          .sum();
    }
  }

  /** Measures now; a process that ends meanwhile does not count. */
  Usage measure() throws IOException {
    Map<Long, Double> cpu = new HashMap<>();
    Map<Long, String> names = new HashMap<>();
    double children = 0;
    List<ProcessHandle> all =
        Stream.concat(Stream.of(root), root.descendants()).filter(ProcessHandle::isAlive).toList();
    for (ProcessHandle process : all) {
      try {
        cpu.put(process.pid(), cpuMillis(process.pid()));
        names.put(process.pid(), process.equals(root) ? "the emulator" : name(process.pid()));
        children += process.equals(root) ? 0 : megabytes(process.pid());
      } catch (IOException e) {
        if (process.isAlive()) {
          throw e;
        }
      }
    }
    try (Stream<Path> files = Files.list(Path.of("/proc", String.valueOf(root.pid()), "fd"))) {
      return new Usage(cpu, names, megabytes(root.pid()), children, files.count());
    }
  }

  /** Returns the name of the function that a process runs. */
  private static String name(long pid) throws IOException {
    Path environment = Path.of("/proc", String.valueOf(pid), "environ");
    return Stream.of(Files.readString(environment, ISO_8859_1).split("\0", -1))
        .filter(variable -> variable.startsWith(FUNCTION))
        .map(variable -> variable.substring(FUNCTION.length()))
        .findFirst()
        .orElse("other");
  }

  private static double cpuMillis(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
    // After the name, which is in parentheses and may have blanks.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Double.parseDouble(fields[USER_TIME]) + Double.parseDouble(fields[SYSTEM_TIME]))
        * TICK_MILLIS;
  }

  private static double megabytes(long pid) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0;
      }
    }
    throw new IOException("no VmRSS");
  }
}
