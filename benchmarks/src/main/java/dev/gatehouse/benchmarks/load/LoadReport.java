package dev.gatehouse.benchmarks.load;

import dev.gatehouse.benchmarks.start.report.BarChart;
import dev.gatehouse.benchmarks.start.report.BarChart.Bar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** The part of docs/benchmarks.md about load, between two marks, and its chart. */
record LoadReport(
    Path root,
    List<LoadLevel> levels,
    List<LoadTarget> starts,
    List<LoadLevel> cognito,
    List<ExistenceTimes> existence) {
  private static final String BEGIN = "<!-- begin: written by make load -->\n";
  private static final String END = "<!-- end: written by make load -->\n";
  private static final String HEAD =
      "\n| emulator | clients | journeys/s | median ms | p95 ms | p99 ms | CPU ms a journey: emulator |"
          + " functions | errors | rows lost | MB: emulator | functions | open files |\n"
          + "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n";

  /** Replaces the part that the last run wrote. */
  void write() throws IOException {
    Path document = root.resolve("docs/benchmarks.md");
    String text = Files.readString(document);
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    int end = text.indexOf(END);
    if (begin < BEGIN.length() || end < begin) {
      throw new IOException(document + " has lost its marks");
    }
    Files.writeString(document, text.substring(0, begin) + text() + text.substring(end));
    Files.writeString(
        root.resolve("docs/benchmarks-load.svg"),
        BarChart.of(
            "Journeys a second",
            levels.stream()
                .map(
                    level ->
                        new Bar(
                            String.format(
                                Locale.ROOT, "%s, %d clients", level.target(), level.clients()),
                            level.perSecond(),
                            level.target().equals("this")))
                .toList()));
  }

  /** Returns the tables. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "\n%s, %s on %d processors.\n\n![Journeys a second](benchmarks-load.svg)\n",
            LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC),
            System.getProperty("java.runtime.version"),
            Runtime.getRuntime().availableProcessors()));
    text.append("\n| emulator | first sign-up answered after ms | CPU ms of its own process |\n");
    text.append("|---|--:|--:|\n");
    for (LoadTarget start : starts) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %.0f | %.0f |%n",
              start.name(),
              start.readyMillis(),
              start.readyCpuMillis()));
    }
    text.append(HEAD);
    levels.forEach(level -> text.append(line(level)).append('\n'));
    text.append(ratios());
    text.append("\n| emulator | clients | step | median ms | p95 ms | p99 ms |\n");
    text.append("|---|--:|---|--:|--:|--:|\n");
    levels.forEach(level -> text.append(steps(level)));
    text.append(processTable());
    if (!cognito.isEmpty()) {
      text.append("\nCognito's part alone: sign-up, confirmation and sign-in without triggers.\n");
      text.append(HEAD);
      cognito.forEach(level -> text.append(line(level)).append('\n'));
    }
    text.append(existenceTable());
    return text.append('\n').toString();
  }

  /** Returns a row of the table of all journeys. */
  static String line(LoadLevel level) {
    String error = level.firstError() == null ? "" : " (" + cell(level.firstError()) + ")";
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.1f | %.0f | %.0f | %.0f | %.1f | %.1f | %d%s | %d | %.0f | %.0f | %d |",
        level.target(),
        level.clients(),
        level.perSecond(),
        level.times().percentile(StepTimes.JOURNEY, 0.5),
        level.times().percentile(StepTimes.JOURNEY, 0.95),
        level.times().percentile(StepTimes.JOURNEY, 0.99),
        level.cpuOwn(),
        level.cpuFunctions(),
        level.errors(),
        error,
        level.lost(),
        level.usage().ownMegabytes(),
        level.usage().childrenMegabytes(),
        level.usage().files());
  }

  /** Returns the first line of an error, without what would end a cell or be read as HTML. */
  static String cell(String error) {
    return error.lines().findFirst().orElse("").replaceAll("[|<].*", "").strip();
  }

  private String ratios() {
    StringBuilder text = new StringBuilder();
    for (LoadLevel own : levels) {
      levels.stream()
          .filter(base -> !own.target().equals(base.target()) && own.target().equals("this"))
          .filter(base -> base.clients() == own.clients())
          .findFirst()
          .ifPresent(base -> text.append(ratio(own, base)));
    }
    return text.isEmpty()
        ? ""
        : "\n| clients | CPU a journey, of the baseline's | journeys/s | median |"
            + " memory of the emulator |\n|--:|--:|--:|--:|--:|\n"
            + text;
  }

  private static String ratio(LoadLevel own, LoadLevel base) {
    return String.format(
        Locale.ROOT,
        "| %d | %.2f | %.1f | %.2f | %.2f |%n",
        own.clients(),
        (own.cpuOwn() + own.cpuFunctions()) / (base.cpuOwn() + base.cpuFunctions()),
        own.perSecond() / base.perSecond(),
        own.times().percentile(StepTimes.JOURNEY, 0.5)
            / base.times().percentile(StepTimes.JOURNEY, 0.5),
        own.usage().ownMegabytes() / base.usage().ownMegabytes());
  }

  /** Returns the processor time of each process. */
  private String processTable() {
    StringBuilder text =
        new StringBuilder(
            "\n| emulator | clients | process | CPU ms a journey |\n|---|--:|---|--:|\n");
    for (LoadLevel level : levels) {
      level
          .cpuByProcess()
          .forEach(
              (process, millis) ->
                  text.append(
                      String.format(
                          Locale.ROOT,
                          "| %s | %d | %s | %.1f |%n",
                          level.target(),
                          level.clients(),
                          process,
                          millis)));
    }
    return text.toString();
  }

  /** Returns how long refusals take for known and for unknown users. */
  private String existenceTable() {
    if (existence.isEmpty()) {
      return "";
    }
    StringBuilder text =
        new StringBuilder(
            "\nMedians of 200 requests each, of users who exist and of users who do not, in"
                + " turns:\n\n| request | known ms | unknown ms | ratio |\n|---|--:|--:|--:|\n");
    for (ExistenceTimes times : existence) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %.2f | %.2f | %.2f |%n",
              times.request(),
              times.known(),
              times.unknown(),
              times.ratio()));
    }
    return text.toString();
  }

  private static String steps(LoadLevel level) {
    StringBuilder text = new StringBuilder();
    for (String step : level.times().steps()) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %d | %s | %.0f | %.0f | %.0f |%n",
              level.target(),
              level.clients(),
              step,
              level.times().percentile(step, 0.5),
              level.times().percentile(step, 0.95),
              level.times().percentile(step, 0.99)));
    }
    return text.toString();
  }
}
