package dev.gatehouse.pulumi;

import static dev.gatehouse.pulumi.plan.RecordedPlan.PLAN;
import static dev.gatehouse.pulumi.plan.RecordedPlan.inputs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The costs in the README add up and use the numbers of the plan. */
final class CostTest {
  private static final Pattern FUNCTION =
      Pattern.compile("\\| `([a-z-]+)` \\| (\\d+) \\| (\\d+) \\| (\\d+) \\| (\\d+) \\| (\\d+) \\|");
  private static final Pattern PRICE =
      Pattern.compile("\\| [^|`]+ \\| ([0-9.]+) \\| ([0-9.]+) \\| ([0-9.]+) \\|");

  private static String readme() throws IOException {
    return Files.readString(Path.of("README.md"));
  }

  @Test
  void gigabyteSecondsFollowFromTheMemoryInThePlan() throws IOException {
    List<String[]> rows = rows(FUNCTION, readme()).toList();

    assertThat(rows).extracting(row -> row[0]).contains("api", "pre-sign-up", "post-confirmation");
    for (String[] row : rows) {
      int megabytes = inputs(PLAN.function(row[0])).get("memorySize").getAsInt();
      long milliseconds = Long.parseLong(row[3]) + Long.parseLong(row[4]);
      assertThat(Integer.parseInt(row[2])).as(row[0]).isEqualTo(megabytes);
      assertThat(Long.parseLong(row[5]))
          .as(row[0])
          .isEqualTo(Long.parseLong(row[1]) * 1000 * megabytes * milliseconds / 1024);
    }
    double million = rows.stream().mapToLong(row -> Long.parseLong(row[5])).sum() / 1e6;
    assertThat(readme())
        .contains(String.format(Locale.ROOT, "| Lambda arm64, GB-seconds | %.3f |", million));
  }

  @Test
  void pricesAddUp() throws IOException {
    String readme = readme();
    int sum = 0;
    for (String part : List.of("**At rest**", "| what | million units")) {
      String table = readme.substring(readme.indexOf(part));
      table = table.substring(0, table.indexOf(" USD, "));
      double total = 0;
      for (String[] row : rows(PRICE, table).toList()) {
        double each = Double.parseDouble(row[0]) * Double.parseDouble(row[1]);
        assertThat(Double.parseDouble(row[2])).isCloseTo(each, within(0.006));
        total += Double.parseDouble(row[2]);
        sum++;
      }
      String said = table.substring(table.lastIndexOf('\n') + 1);
      assertThat(Double.parseDouble(said)).isCloseTo(total, within(0.011));
    }
    assertThat(sum).isGreaterThan(8);
  }

  @Test
  void alarmsAndTheirMetricsAreAsManyAsInThePlan() throws IOException {
    List<JsonObject> all = PLAN.ofType("aws:cloudwatch/metricAlarm:MetricAlarm");
    int metrics = all.stream().mapToInt(CostTest::metrics).sum();

    assertThat(readme())
        .contains(
            String.format(
                Locale.ROOT,
                "| metrics of %d alarms | %d | 0.10 | %d.%d0 |",
                all.size(),
                metrics,
                metrics / 10,
                metrics % 10));
  }

  /** Returns how many metrics AWS charges an alarm for. */
  private static int metrics(JsonObject alarm) {
    if (!inputs(alarm).has("metricQueries")) {
      return 1;
    }
    return (int)
        inputs(alarm).getAsJsonArray("metricQueries").asList().stream()
            .filter(query -> query.getAsJsonObject().has("metric"))
            .count();
  }

  private static Stream<String[]> rows(Pattern row, String text) {
    return row.matcher(text)
        .results()
        .map(
            match -> {
              String[] cells = new String[match.groupCount()];
              for (int i = 0; i < cells.length; i++) {
                cells[i] = match.group(i + 1);
              }
              return cells;
            });
  }
}
