package dev.gatehouse.pulumi.rules;

import static dev.gatehouse.pulumi.plan.RecordedPlan.input;
import static dev.gatehouse.pulumi.plan.RecordedPlan.inputs;
import static dev.gatehouse.pulumi.plan.RecordedPlan.output;
import static dev.gatehouse.pulumi.plan.RecordedPlan.text;
import static dev.gatehouse.pulumi.plan.RecordedPlan.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.pulumi.plan.RecordedPlan;
import dev.gatehouse.pulumi.rules.MonitoredMetrics.MetricName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Alarms and dashboard use metrics that exist. */
final class MonitoringRulesTest {
  private static final String ALL = "dev.gatehouse.pulumi.rules.Variant#all";
  private static final int MODULE_DEPTH = 5;

  /** The sources of the functions, since no module of them is on the class path. */
  private static final String SOURCES = sources();

  @ParameterizedTest
  @MethodSource(ALL)
  void everyMetricOfAwsExists(Variant variant) {
    Set<MetricName> known =
        Tsv.rows("rules/metrics.tsv").stream()
            .map(row -> new MetricName(row.get(0), row.get(1), words(row.get(2))))
            .collect(Collectors.toSet());

    assertThat(MonitoredMetrics.metrics(variant))
        .filteredOn(it -> it.namespace().startsWith("AWS/"))
        .hasSizeGreaterThan(20)
        .allMatch(known::contains);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void everyMetricOfGatehouseIsWrittenByAFunctionOrAFilter(Variant variant) {
    String sources = SOURCES + filters(variant);
    Set<String> words = Set.copyOf(List.of(sources.split("\\W+", -1)));

    assertThat(MonitoredMetrics.metrics(variant))
        .filteredOn(it -> !it.namespace().matches("(AWS|Gatehouse)/.+"))
        .hasSizeGreaterThan(8)
        .allSatisfy(
            it -> {
              assertThat(sources).contains("NAMESPACE = \"%s\"".formatted(it.namespace()));
              assertThat(words).contains(it.name());
              assertThat(it.dimensions()).isSubsetOf("code", "stack").contains("stack");
              it.dimensions()
                  .forEach(name -> assertThat(sources).contains("\"%s\"".formatted(name)));
            });
  }

  /** A metric that a filter takes from a log has the name that the filter gives it. */
  @ParameterizedTest
  @MethodSource(ALL)
  void everyMetricOfALogHasAFilterOfThatLog(Variant variant) {
    Set<String> written =
        variant.plan().ofType("aws:cloudwatch/logMetricFilter:LogMetricFilter").stream()
            .filter(it -> text(it, "name").endsWith("-start"))
            .map(
                it -> {
                  JsonObject metric = inputs(it).getAsJsonObject("metricTransformation");
                  assertThat(input(it, "logGroupName"))
                      .isEqualTo(text(metric, "namespace").replace("Gatehouse/", "/aws/lambda/"));
                  // What Lambda's line platform.report calls the time of a restore, or of an init.
                  assertThat(text(metric, "value"))
                      .isEqualTo(
                          text(metric, "name").equals("InitDuration")
                              ? "$.record.metrics.initDurationMs"
                              : "$.record.metrics.restoreDurationMs");
                  assertThat(input(it, "pattern"))
                      .isEqualTo(
                          "{ ($.type = \"platform.report\") && (%s > 0) }"
                              .formatted(text(metric, "value")));
                  return text(metric, "namespace") + " " + text(metric, "name");
                })
            .collect(Collectors.toSet());

    assertThat(MonitoredMetrics.metrics(variant))
        .filteredOn(it -> it.namespace().startsWith("Gatehouse/"))
        .extracting(it -> it.namespace() + " " + it.name())
        .isNotEmpty()
        .allMatch(written::contains);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void everyAlarmButThatForMissingCallsIgnoresMissingDataAndHasADescription(Variant variant) {
    assertThat(MonitoredMetrics.alarms(variant))
        .hasSizeGreaterThan(15)
        .allSatisfy(
            it -> {
              assertThat(input(it, "treatMissingData")).isEqualTo(missingData(text(it, "name")));
              assertThat(input(it, "alarmDescription")).endsWith(".").hasSizeGreaterThan(30);
              assertThat(input(it, "name")).isEqualTo("gatehouse-local-" + text(it, "name"));
              assertThat(inputs(it).get("datapointsToAlarm").getAsInt())
                  .isLessThanOrEqualTo(inputs(it).get("evaluationPeriods").getAsInt());
            });
  }

  private static String missingData(String alarm) {
    if (alarm.endsWith("-certificate-expires")) {
      return "ignore";
    }
    return alarm.endsWith("-not-started") ? "breaching" : "notBreaching";
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void everyFunctionHasAlarmsForErrorsThrottlesAndDuration(Variant variant) {
    Set<String> alarms =
        MonitoredMetrics.alarms(variant).stream()
            .map(it -> text(it, "name"))
            .collect(Collectors.toSet());

    assertThat(variant.plan().ofType("aws:lambda/function:Function"))
        // Whoever calls erase sees it fail.
        .filteredOn(it -> !text(it, "name").equals("erase"))
        .hasSizeGreaterThan(3)
        .allSatisfy(
            it -> {
              assertThat(alarms)
                  .contains(text(it, "name") + "-errors", text(it, "name") + "-throttles");
              // These two use all their time, and continue in their next run.
              assertThat(alarms.contains(text(it, "name") + "-duration"))
                  .isEqualTo(!Set.of("reconcile", "pool-export").contains(text(it, "name")));
            });
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void durationAlarmIsBelowTheTimeout(Variant variant) {
    RecordedPlan plan = variant.plan();
    assertThat(MonitoredMetrics.alarms(variant))
        .filteredOn(it -> text(it, "name").endsWith("-duration"))
        .allSatisfy(
            it -> {
              String name = text(it, "name").replace("-duration", "");
              int timeout = inputs(plan.function(name)).get("timeout").getAsInt();
              assertThat(inputs(it).get("threshold").getAsInt()).isEqualTo(timeout * 800);
              assertThat(input(it, "extendedStatistic")).isEqualTo("p99");
            });
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void everyDimensionIsAResourceOfTheStack(Variant variant) {
    Set<String> names =
        variant.resources().stream()
            .flatMap(
                it ->
                    Stream.of("name", "stageName", "configurationSetName")
                        .filter(inputs(it)::has)
                        .map(key -> input(it, key)))
            .collect(Collectors.toSet());
    names.add(output(variant.plan().only("aws:cognito/userPool:UserPool"), "id"));
    names.add(
        output(
            variant.plan().named("aws:cognito/userPoolClient:UserPoolClient", "app-client"), "id"));
    variant
        .plan()
        .ofType("aws:acm/certificate:Certificate")
        .forEach(it -> names.add(output(it, "arn")));

    assertThat(MonitoredMetrics.alarms(variant))
        .flatMap(it -> Variant.texts(inputs(it), "").toList())
        .filteredOn(it -> it.getKey().matches("(.*\\.)?dimensions\\..*"))
        .filteredOn(it -> !it.getKey().matches(".*\\.(code|stack|Region|Rule)"))
        .extracting(Map.Entry::getValue)
        .isNotEmpty()
        .allMatch(names::contains);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void dashboardHasAllAlarmsAndNoOverlappingWidgets(Variant variant) {
    Set<String> occupied = new TreeSet<>();
    for (JsonElement it : MonitoredMetrics.widgets(variant)) {
      JsonObject widget = it.getAsJsonObject();
      int x = widget.get("x").getAsInt();
      int y = widget.get("y").getAsInt();
      for (int column = x; column < x + widget.get("width").getAsInt(); column++) {
        for (int row = y; row < y + widget.get("height").getAsInt(); row++) {
          assertThat(occupied.add(String.format(Locale.ROOT, "%d %d", column, row))).isTrue();
        }
      }
      assertThat(x + widget.get("width").getAsInt()).isLessThanOrEqualTo(24);
    }
    JsonObject first = MonitoredMetrics.widgets(variant).get(0).getAsJsonObject();
    assertThat(texts(first.getAsJsonObject("properties"), "alarms"))
        .containsExactlyInAnyOrderElementsOf(
            MonitoredMetrics.alarms(variant).stream().map(it -> output(it, "arn")).toList());
  }

  @Test
  void alarmsNotifyOnlyTheTopicOfTheEmailAddress() {
    RecordedPlan mailed = RecordedPlan.PLAN;

    assertThat(actions(mailed)).containsOnly(output(mailed.only("aws:sns/topic:Topic"), "arn"));
    assertThat(input(mailed.only("aws:sns/topicSubscription:TopicSubscription"), "endpoint"))
        .isEqualTo("ops@gatehouse.test");
  }

  @Test
  void alarmsNotifyExistingTopics() {
    Variant existing = Variant.alarmTopic();

    assertThat(actions(existing.plan()))
        .containsOnly(
            "arn:aws:sns:us-east-1:000000000000:alarms",
            "arn:aws:sns:us-east-1:000000000000:tickets");
    assertThat(existing.plan().ofType("aws:sns/topic:Topic")).isEmpty();
    assertThat(MonitoredMetrics.alarms(existing))
        .extracting(it -> text(it, "name"))
        .contains("mail-suppressed");
  }

  /** Returns the metrics that filters of logs write. */
  private static String filters(Variant variant) {
    return variant.plan().ofType("aws:cloudwatch/logMetricFilter:LogMetricFilter").stream()
        .map(it -> inputs(it).toString())
        .collect(Collectors.joining());
  }

  /** Returns what alarms notify when they turn red and when they end. */
  private static List<String> actions(RecordedPlan plan) {
    return plan.ofType("aws:cloudwatch/metricAlarm:MetricAlarm").stream()
        .flatMap(
            it ->
                Stream.of("alarmActions", "okActions")
                    .flatMap(action -> texts(inputs(it), action).stream()))
        .toList();
  }

  private static Set<String> words(String text) {
    return text.isEmpty() ? Set.of() : new TreeSet<>(List.of(text.split(" ", -1)));
  }

  private static String sources() {
    StringBuilder all = new StringBuilder();
    try {
      for (Path directory : sourceDirectories()) {
        try (Stream<Path> files = Files.walk(directory)) {
          for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
            all.append(Files.readString(file));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all.toString();
  }

  private static List<Path> sourceDirectories() throws IOException {
    try (Stream<Path> found =
        Files.find(
            Path.of(".."),
            MODULE_DEPTH,
            (path, attributes) -> path.endsWith(Path.of("src", "main", "java")))) {
      return found.filter(it -> !it.startsWith("../pulumi") && !it.startsWith("../local")).toList();
    }
  }
}
