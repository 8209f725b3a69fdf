package dev.gatehouse.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part of docs/benchmarks.md about DynamoDB's calls, between two marks. */
record TableReport(List<Times> servers) {

  /** The language of the servers of this project. */
  static final String OURS = "JVM";

  /** The language of servers that compile nothing while they run. */
  static final String PYTHON = "Python";

  private static final String BEGIN = "<!-- begin: written by make bench-dynamodb -->\n";
  private static final String END = "<!-- end: written by make bench-dynamodb -->\n";

  /** The highest share of the processor time of servers in Python, and in another language. */
  private static final double BOUND_OF_PYTHON = 0.2;

  private static final double BOUND = 1;

  /**
   * The processor time of a server.
   *
   * @param millis the time of each kind of call, without those that the server does not support
   */
  record Times(String server, String language, Map<String, Double> millis) {

    /** Returns the mean of the kinds that another server supports too. */
    double meanOfThoseOf(Times other) {
      return millis.entrySet().stream()
          .filter(each -> other.millis.containsKey(each.getKey()))
          .mapToDouble(Map.Entry::getValue)
          .average()
          .orElse(Double.NaN);
    }
  }

  /** Replaces the part that the last run wrote. */
  void write(Path root) throws IOException {
    Path document = root.resolve("docs/benchmarks.md");
    String text = Files.readString(document);
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    int end = text.indexOf(END);
    if (begin < BEGIN.length() || end < begin) {
      throw new IOException(document + " has lost its marks");
    }
    Files.writeString(document, text.substring(0, begin) + text() + text.substring(end));
  }

  /** Returns whether the servers of this project need less time than the others, as they should. */
  boolean isWithinBounds() {
    return ours().stream()
        .allMatch(
            own ->
                others().stream().allMatch(other -> ratio(own, other) < bound(other.language())));
  }

  private static double bound(String language) {
    return language.equals(PYTHON) ? BOUND_OF_PYTHON : BOUND;
  }

  private static double ratio(Times own, Times other) {
    return own.meanOfThoseOf(other) / other.meanOfThoseOf(own);
  }

  private List<Times> ours() {
    return servers.stream().filter(each -> each.language().equals(OURS)).toList();
  }

  private List<Times> others() {
    return servers.stream().filter(each -> !each.language().equals(OURS)).toList();
  }

  /** Returns the tables. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "\n%s, %s on %d processors. Milliseconds of processor time a call:\n\n| call |",
            LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC),
            System.getProperty("java.runtime.version"),
            Runtime.getRuntime().availableProcessors()));
    servers.forEach(each -> text.append(" ").append(each.server()).append(" |"));
    text.append("\n|---|").append("--:|".repeat(servers.size())).append("\n");
    for (TableCall call : TableCall.all()) {
      text.append("| ").append(call.name()).append(" |");
      servers.forEach(each -> text.append(cell(each.millis().get(call.name()))));
      text.append("\n");
    }
    return text.append(ratios()).append("\n").toString();
  }

  private static String cell(@Nullable Double millis) {
    return millis == null ? " none |" : String.format(Locale.ROOT, " %.2f |", millis);
  }

  private String ratios() {
    List<String> lines = new ArrayList<>();
    for (Times own : ours()) {
      for (Times other : others()) {
        lines.add(
            String.format(
                Locale.ROOT,
                "| %s | %s | %.2f | %.1f |",
                own.server(),
                other.server(),
                ratio(own, other),
                bound(other.language())));
      }
    }
    return "\nThe mean of the calls that both support:\n\n"
        + "| server | beside | share of its time | bound |\n|---|---|--:|--:|\n"
        + String.join("\n", lines)
        + "\n";
  }
}
