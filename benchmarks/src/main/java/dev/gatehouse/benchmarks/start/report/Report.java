package dev.gatehouse.benchmarks.start.report;

import dev.gatehouse.benchmarks.start.measured.MeasuredFunction.Start;
import dev.gatehouse.benchmarks.start.measured.Medians;
import dev.gatehouse.benchmarks.start.measured.Sample.Timing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The generated part of docs/benchmarks.md, between two marks, and its chart. */
public record Report(Path root, List<Medians> lines, int rounds) {
  private static final String BEGIN = "<!-- begin: written by make bench -->\n";
  private static final String END = "<!-- end: written by make bench -->\n";
  static final double MEGABYTE = 1e6;

  private static final String HEAD =
      """
      | function | variant | init ms | CPU | first call ms | CPU | next 20 calls ms | CPU\
       | 1,000th call ms | CPU | start CPU | peak MB | archive MB |
      |---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
      """;

  /** Replaces the part that the last run wrote. */
  public void write(String cost) throws IOException {
    Path document = root.resolve("docs/benchmarks.md");
    String text = Files.readString(document);
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    int end = text.indexOf(END);
    if (begin < BEGIN.length() || end < begin) {
      throw new IOException(document + " has lost its marks");
    }
    String measured = about() + table() + new PerformanceAims(lines).table() + cost;
    Files.writeString(document, text.substring(0, begin) + measured + text.substring(end));
    Files.writeString(
        root.resolve("docs/benchmarks.svg"),
        BarChart.of(
            "CPU time of init and first call, ms", lines.stream().map(one -> bar(one)).toList()));
  }

  private static BarChart.Bar bar(Medians line) {
    boolean primed = line.subject().start() == Start.SNAPSHOT;
    return new BarChart.Bar(
        line.subject().name(), primed ? line.first().cpu() : line.startCpu(), primed);
  }

  private String about() {
    return String.format(
        Locale.ROOT,
        """

        %s, %s %s on %s (%s), %d CPUs; medians of %d rounds taken in turns.

        ![CPU time of each start](benchmarks.svg)

        """,
        LocalDate.now(ZoneOffset.UTC),
        System.getProperty("java.vendor"),
        System.getProperty("java.runtime.version"),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        rounds);
  }

  private String table() throws IOException {
    StringBuilder table = new StringBuilder(HEAD);
    for (Medians line : lines) {
      table.append(row(line));
    }
    return table.toString();
  }

  private static String late(@Nullable Timing late) {
    return late == null
        ? "- | -"
        : String.format(Locale.ROOT, "%.1f | %.1f", late.wall(), late.cpu());
  }

  private static String row(Medians line) throws IOException {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %.0f | %.0f | %.1f | %.1f | %.1f | %.1f | %s | %.0f | %.0f | %.1f |%n",
        line.subject().function(),
        line.subject().variant(),
        line.init().wall(),
        line.init().cpu(),
        line.first().wall(),
        line.first().cpu(),
        line.warm().wall(),
        line.warm().cpu(),
        late(line.late()),
        line.startCpu(),
        line.peakMb(),
        Files.size(line.subject().archive()) / MEGABYTE);
  }
}
