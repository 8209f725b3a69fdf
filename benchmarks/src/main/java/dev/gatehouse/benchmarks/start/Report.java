package dev.gatehouse.benchmarks.start;

import dev.gatehouse.benchmarks.start.Subject.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** Writes what was measured into docs/benchmarks.md, between its two marks, and draws it. */
record Report(Path root, List<Medians> lines, int rounds) {
  private static final String BEGIN = "<!-- begin: written by make bench -->\n";
  private static final String END = "<!-- end: written by make bench -->\n";
  private static final double MEGABYTE = 1e6;

  /** Replaces what the last run wrote. */
  void write(String cost) throws IOException {
    Path document = root.resolve("docs/benchmarks.md");
    String text = Files.readString(document);
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    int end = text.indexOf(END);
    if (begin < BEGIN.length() || end < begin) {
      throw new IOException(document + " has lost its marks");
    }
    String measured = about() + table() + targets() + cost;
    Files.writeString(document, text.substring(0, begin) + measured + text.substring(end));
    Files.writeString(
        root.resolve("docs/benchmarks.svg"),
        BarChart.of(
            "Processor time of init and first call, ms",
            lines.stream().map(one -> bar(one)).toList()));
  }

  private static BarChart.Bar bar(Medians line) {
    boolean primed = line.subject().start() == Start.SNAPSHOT;
    return new BarChart.Bar(
        line.subject().name(), primed ? line.first().cpu() : line.startCpu(), primed);
  }

  private String about() {
    return """

    %s, %s %s on %s (%s), %d processors; medians of %d rounds taken in turns.

    ![Processor time of each start](benchmarks.svg)

    """
        .formatted(
            LocalDate.now(ZoneOffset.UTC),
            System.getProperty("java.vendor"),
            System.getProperty("java.runtime.version"),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            Runtime.getRuntime().availableProcessors(),
            rounds);
  }

  private String table() throws IOException {
    StringBuilder table = new StringBuilder();
    table.append(
        "| function | variant | init ms | CPU | first call ms | CPU | warm call ms | CPU |");
    table.append(
        " start CPU | peak MB | archive MB |\n|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n");
    for (Medians line : lines) {
      table.append(
          "| %s | %s | %.0f | %.0f | %.0f | %.0f | %.1f | %.1f | %.0f | %.0f | %.1f |%n"
              .formatted(
                  line.subject().function(),
                  line.subject().variant(),
                  line.init().wall(),
                  line.init().cpu(),
                  line.first().wall(),
                  line.first().cpu(),
                  line.warm().wall(),
                  line.warm().cpu(),
                  line.startCpu(),
                  line.peakMb(),
                  Files.size(line.subject().archive()) / MEGABYTE));
    }
    return table.toString();
  }

  /** Says for each aim what came out. */
  private String targets() {
    StringBuilder targets = new StringBuilder("\n| aim | is |  |\n|---|--:|---|\n");
    for (String function : List.of("pre-sign-up", "custom-message")) {
      aim(
          targets,
          function + ": start at most 1.6 of the floor",
          start(function, "on demand") / start(Baselines.FLOOR, "event class"),
          1.6);
    }
    for (String function : List.of("post-confirmation", "api")) {
      double naive = start(function, Baselines.NAIVE);
      aim(
          targets,
          function + ": start at most 0.55 of naive",
          start(function, "on demand") / naive,
          0.55);
      aim(
          targets,
          function + ": with the AOT cache at most 0.25 of naive",
          start(function, "AOT cache") / naive,
          0.25);
      aim(
          targets,
          function + ": peak memory at most 0.75 of naive",
          line(function, "on demand").peakMb() / line(function, Baselines.NAIVE).peakMb(),
          0.75);
    }
    for (Medians line : lines) {
      if (line.subject().start() == Start.SNAPSHOT) {
        String function = line.subject().function();
        double unprimed = line(function, "on demand").first().cpu();
        aim(
            targets,
            function + ": first call after priming at most 0.09 of unprimed",
            line.first().cpu() / Math.max(unprimed, 1),
            0.09);
      }
    }
    return targets.toString();
  }

  private static void aim(StringBuilder table, String aim, double is, double most) {
    table.append(
        String.format(
            Locale.ROOT, "| %s | %.2f | %s |%n", aim, is, is <= most ? "reached" : "missed"));
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
