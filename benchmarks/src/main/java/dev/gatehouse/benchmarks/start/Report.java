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
  static final double MEGABYTE = 1e6;

  /** Replaces what the last run wrote. */
  void write(String cost) throws IOException {
    Path document = root.resolve("docs/benchmarks.md");
    String text = Files.readString(document);
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    int end = text.indexOf(END);
    if (begin < BEGIN.length() || end < begin) {
      throw new IOException(document + " has lost its marks");
    }
    String measured = about() + table() + new Aims(lines).table() + cost;
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
      table.append(row(line));
    }
    return table.toString();
  }

  private static String row(Medians line) throws IOException {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %.0f | %.0f | %.1f | %.1f | %.1f | %.1f | %.0f | %.0f | %.1f |%n",
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
        Files.size(line.subject().archive()) / MEGABYTE);
  }
}
