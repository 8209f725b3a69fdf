package dev.gatehouse.benchmarks.start.report;

import dev.gatehouse.benchmarks.start.measured.Baselines;
import dev.gatehouse.benchmarks.start.measured.MeasuredFunction.Start;
import dev.gatehouse.benchmarks.start.measured.Medians;
import dev.gatehouse.benchmarks.start.measured.Sample.Timing;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The project's performance aims with the measured figures; CPU time unless stated otherwise. */
record PerformanceAims(List<Medians> lines) {
  private static final String ON_DEMAND = "on demand";

  /** The size limit of each function's archive in megabytes. */
  private static final Map<String, Integer> ARCHIVES =
      new TreeMap<>(
          Map.of(
              "pre-sign-up", 4,
              "custom-message", 4,
              "post-confirmation", 12,
              "api", 12,
              "custom-email-sender", 25));

  /** Returns the table of aims. */
  public String table() throws IOException {
    StringBuilder rows = new StringBuilder("\n| aim | is |  |\n|---|--:|---|\n");
    for (String function : List.of("pre-sign-up", "custom-message")) {
      double ratio = start(function, ON_DEMAND) / start(Baselines.FLOOR, "event class");
      rows.append(ratio(function + ": start at most 1.6 of the floor", ratio, 1.6));
    }
    for (String function : List.of("post-confirmation", "api")) {
      rows.append(besideNaive(function));
    }
    for (Medians line : lines) {
      if (line.subject().start() == Start.PROGRAM) {
        rows.append(besideGo(line));
      }
    }
    for (Medians line : lines) {
      if (line.subject().start() == Start.SNAPSHOT) {
        rows.append(primed(line));
      }
    }
    for (Map.Entry<String, Integer> most : ARCHIVES.entrySet()) {
      rows.append(archive(most.getKey(), most.getValue()));
    }
    return rows.toString();
  }

  private String besideNaive(String function) {
    double naive = start(function, Baselines.NAIVE);
    double peak = line(function, ON_DEMAND).peakMb() / line(function, Baselines.NAIVE).peakMb();
    return ratio(
            function + ": start at most 0.55 of naive", start(function, ON_DEMAND) / naive, 0.55)
        + ratio(
            function + ": with the AOT cache at most 0.25 of naive",
            start(function, "AOT cache") / naive,
            0.25)
        + ratio(function + ": peak memory at most 0.75 of naive", peak, 0.75);
  }

  private String besideGo(Medians go) {
    String function = go.subject().function();
    Medians ours = line(function, "primed");
    return beside(
            function + ": first call after a snapshot at most 0.5 of Go's start",
            ours.first().cpu(),
            go.startCpu(),
            0.5)
        + beside(
            function + ": next 20 calls at most 3 times Go's",
            ours.warm().cpu(),
            go.warm().cpu(),
            3)
        + later(function, ours.late(), go.late());
  }

  private static String later(String function, @Nullable Timing ours, @Nullable Timing go) {
    return ours == null || go == null
        ? ""
        : beside(function + ": 1,000th call at most 2.5 times Go's", ours.cpu(), go.cpu(), 2.5);
  }

  private static String beside(String aim, double ours, double other, double most) {
    double ratio = ours / other;
    String measured = String.format(Locale.ROOT, "%.2f: %.2f to %.2f ms", ratio, ours, other);
    return row(aim, measured, ratio <= most);
  }

  /** Returns a row with the ratio and one with the time, since a short call has a poor ratio. */
  private String primed(Medians line) {
    String function = line.subject().function();
    double unprimed = line(function, ON_DEMAND).first().cpu();
    double millis = line.first().cpu();
    double ratio = millis / Math.max(unprimed, 1);
    String measured = String.format(Locale.ROOT, "%.2f: %.1f of %.1f ms", ratio, millis, unprimed);
    return row(
            function + ": first call after priming at most 0.09 of unprimed",
            measured,
            ratio <= 0.09)
        + row(
            function + ": first call after priming at most 60 ms",
            String.format(Locale.ROOT, "%.1f ms", millis),
            millis <= 60);
  }

  private String archive(String function, int most) throws IOException {
    double megabytes = Files.size(line(function, ON_DEMAND).subject().archive()) / Report.MEGABYTE;
    return row(
        String.format(Locale.ROOT, "%s: archive under %d MB", function, most),
        String.format(Locale.ROOT, "%.1f MB", megabytes),
        megabytes < most);
  }

  private static String ratio(String aim, double measured, double most) {
    return row(aim, String.format(Locale.ROOT, "%.2f", measured), measured <= most);
  }

  private static String row(String aim, String measured, boolean reached) {
    return "| %s | %s | %s |%n".formatted(aim, measured, reached ? "reached" : "missed");
  }

  private double start(String function, String variant) {
    return line(function, variant).startCpu();
  }

  private Medians line(String function, String variant) {
    return lines.stream()
        .filter(one -> one.subject().function().equals(function))
        .filter(one -> one.subject().variant().equals(variant))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(function + ", " + variant + " not measured"));
  }
}
