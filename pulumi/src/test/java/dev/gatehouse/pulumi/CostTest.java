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

    assertThat(readme().lines().filter(line -> line.startsWith("| metrics of")))
        .containsExactly(
            String.format(
                Locale.ROOT,
                "| metrics of %d alarms | %d | 0.10 | %d.%d0 |",
                all.size(),
                metrics,
                metrics / 10,
                metrics % 10));
  }

  /** One request a second is traced, and five percent of the others. */
  @Test
  void tracesAreThoseThatXRaySamples() throws IOException {
    double calls = 6;
    double seconds = 8 * 3600 * 30 / 1e6;

    assertThat(readme())
        .contains(
            String.format(Locale.ROOT, "| Lambda, calls | %.0f |", calls),
            String.format(
                Locale.ROOT, "| X-Ray, traces | %.2f |", seconds + 0.05 * (calls - seconds)));
  }

  /** The tiers of the feature plan Lite, and the flat prices of the others. */
  @Test
  void pricesOfCognitosFeaturePlansFollowFromTheirTiers() throws IOException {
    String scale = Files.readString(Path.of("../docs/scale.md"));

    for (int users : new int[] {10_000, 1_000_000, 5_000_000}) {
      double lite =
          0.0055 * between(users, 10_000, 100_000)
              + 0.0046 * between(users, 100_000, 1_000_000)
              + 0.00325 * between(users, 1_000_000, 10_000_000);
      double essentials = 0.015 * (users - 10_000);
      double plus = 0.020 * users;
      int column = users == 10_000 ? 0 : users == 1_000_000 ? 1 : 2;
      assertThat(planPrice(scale, "LITE", column)).isCloseTo(lite, within(0.5));
      assertThat(planPrice(scale, "ESSENTIALS", column)).isCloseTo(essentials, within(0.5));
      assertThat(planPrice(scale, "PLUS", column)).isCloseTo(plus, within(0.5));
    }
    assertThat(scale)
        .contains("10,000 free, 0.0055 up to 100,000, 0.0046 up to 1 million, 0.00325 up to 10");
  }

  private static double planPrice(String scale, String plan, int column) {
    return rows(
            Pattern.compile("\\| `" + plan + "` \\| [^|]+ \\| (\\S+) \\| (\\S+) \\| (\\S+) \\|"),
            scale)
        .map(row -> Double.parseDouble(row[column].replace(",", "")))
        .findFirst()
        .orElseThrow();
  }

  private static int between(int users, int from, int to) {
    return Math.max(0, Math.min(users, to) - from);
  }

  /** Returns how many metrics AWS charges an alarm for. */
  static int metrics(JsonObject alarm) {
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
