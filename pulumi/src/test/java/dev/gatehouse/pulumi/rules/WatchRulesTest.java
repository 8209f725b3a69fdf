package dev.gatehouse.pulumi.rules;

import static dev.gatehouse.pulumi.plan.Recorded.input;
import static dev.gatehouse.pulumi.plan.Recorded.inputs;
import static dev.gatehouse.pulumi.plan.Recorded.output;
import static dev.gatehouse.pulumi.plan.Recorded.text;
import static dev.gatehouse.pulumi.plan.Recorded.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.pulumi.plan.Recorded;
import dev.gatehouse.pulumi.rules.Watching.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What watches looks at what is there, and says something when it is bad. */
final class WatchRulesTest {
  private static final String ALL = "dev.gatehouse.pulumi.rules.Variant#all";
  private static final List<String> COUNTING = List.of("../triggers/src/main", "../api/src/main");

  @ParameterizedTest
  @MethodSource(ALL)
  void everyMetricOfAwsIsOneThatAwsCounts(Variant variant) {
    Set<Seen> known =
        Tsv.rows("rules/metrics.tsv").stream()
            .map(row -> new Seen(row.get(0), row.get(1), words(row.get(2))))
            .collect(Collectors.toSet());

    assertThat(Watching.metrics(variant))
        .filteredOn(it -> it.namespace().startsWith("AWS/"))
        .hasSizeGreaterThan(20)
        .allMatch(known::contains);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void everyMetricOfOursIsOneThatAFunctionCounts(Variant variant) throws IOException {
    String sources = sources();

    assertThat(Watching.metrics(variant))
        .filteredOn(it -> !it.namespace().startsWith("AWS/"))
        .hasSizeGreaterThan(8)
        .allSatisfy(it -> {
          assertThat(sources).contains("NAMESPACE = \"%s\"".formatted(it.namespace()));
          assertThat(sources).containsPattern("\\b%s\\b".formatted(it.name()));
          assertThat(it.dimensions()).isSubsetOf("code");
          it.dimensions().forEach(name -> assertThat(sources).contains("\"%s\"".formatted(name)));
        });
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void everyAlarmKeepsQuietWhereNobodySignsUpAndSaysWhatItMeans(Variant variant) {
    assertThat(Watching.alarms(variant))
        .hasSizeGreaterThan(15)
        .allSatisfy(it -> {
          assertThat(input(it, "treatMissingData")).isEqualTo("notBreaching");
          assertThat(input(it, "alarmDescription")).endsWith(".").hasSizeGreaterThan(30);
          assertThat(input(it, "name")).isEqualTo("gatehouse-local-" + text(it, "name"));
          assertThat(inputs(it).get("datapointsToAlarm").getAsInt())
              .isLessThanOrEqualTo(inputs(it).get("evaluationPeriods").getAsInt());
        });
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void everyFunctionIsWatchedForErrorsThrottlesAndTime(Variant variant) {
    Set<String> alarms =
        Watching.alarms(variant).stream().map(it -> text(it, "name")).collect(Collectors.toSet());

    assertThat(variant.plan().ofType("aws:lambda/function:Function"))
        .allSatisfy(it ->
            assertThat(alarms)
                .contains(
                    text(it, "name") + "-errors",
                    text(it, "name") + "-throttles",
                    text(it, "name") + "-duration"));
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void slowCallsAreToldBeforeTheFunctionIsKilled(Variant variant) {
    Recorded plan = variant.plan();
    assertThat(Watching.alarms(variant))
        .filteredOn(it -> text(it, "name").endsWith("-duration"))
        .allSatisfy(it -> {
          String name = text(it, "name").replace("-duration", "");
          int timeout = inputs(plan.function(name)).get("timeout").getAsInt();
          assertThat(inputs(it).get("threshold").getAsInt()).isBetween(1000, timeout * 1000 - 500);
          assertThat(input(it, "extendedStatistic")).isEqualTo("p99");
        });
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void everythingLookedAtIsThere(Variant variant) {
    Set<String> names =
        variant.resources().stream()
            .flatMap(it ->
                Stream.of("name", "stageName").filter(inputs(it)::has).map(key -> input(it, key)))
            .collect(Collectors.toSet());

    assertThat(Watching.alarms(variant))
        .flatMap(it -> Variant.texts(inputs(it), "").toList())
        .filteredOn(it -> it.getKey().matches("(.*\\.)?dimensions\\..*"))
        .filteredOn(it -> !it.getKey().endsWith(".code"))
        .extracting(Map.Entry::getValue)
        .isNotEmpty()
        .allMatch(names::contains);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void dashboardShowsAllAlarmsAndNoWidgetLiesOnAnother(Variant variant) {
    Set<String> taken = new TreeSet<>();
    for (JsonElement it : Watching.widgets(variant)) {
      JsonObject widget = it.getAsJsonObject();
      int x = widget.get("x").getAsInt();
      int y = widget.get("y").getAsInt();
      for (int column = x; column < x + widget.get("width").getAsInt(); column++) {
        for (int row = y; row < y + widget.get("height").getAsInt(); row++) {
          assertThat(taken.add("%d %d".formatted(column, row))).isTrue();
        }
      }
      assertThat(x + widget.get("width").getAsInt()).isLessThanOrEqualTo(24);
    }
    JsonObject first = Watching.widgets(variant).get(0).getAsJsonObject();
    assertThat(texts(first.getAsJsonObject("properties"), "alarms"))
        .containsExactlyInAnyOrderElementsOf(
            Watching.alarms(variant).stream().map(it -> output(it, "arn")).toList());
  }

  @Test
  void alarmsTellTheTopicOfTheAddressAndNobodyElse() {
    Variant mailed = Variant.mailed();
    String topic = output(mailed.plan().only("aws:sns/topic:Topic"), "arn");

    assertThat(Watching.alarms(mailed))
        .allSatisfy(it -> {
          assertThat(texts(inputs(it), "alarmActions")).containsExactly(topic);
          assertThat(texts(inputs(it), "okActions")).containsExactly(topic);
        })
        .extracting(it -> text(it, "name"))
        .contains("mail-suppressed");
    assertThat(input(mailed.plan().only("aws:sns/topicSubscription:TopicSubscription"), "endpoint"))
        .isEqualTo("ops@example.com");
    assertThat(Recorded.PLAN.ofType("aws:sns/topic:Topic")).isEmpty();
  }

  private static Set<String> words(String text) {
    return text.isEmpty() ? Set.of() : new TreeSet<>(List.of(text.split(" ", -1)));
  }

  /** The rooms know nothing of one another; a name is all they share, so the text is read. */
  private static String sources() throws IOException {
    StringBuilder all = new StringBuilder();
    for (String room : COUNTING) {
      try (Stream<Path> files = Files.walk(Path.of(room))) {
        for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
          all.append(Files.readString(file));
        }
      }
    }
    return all.toString();
  }
}
