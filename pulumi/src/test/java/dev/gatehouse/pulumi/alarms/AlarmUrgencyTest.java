package dev.gatehouse.pulumi.alarms;

import static dev.gatehouse.pulumi.plan.RecordedPlan.inputs;
import static dev.gatehouse.pulumi.plan.RecordedPlan.text;
import static dev.gatehouse.pulumi.plan.RecordedPlan.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.pulumi.plan.RecordedPlan;
import dev.gatehouse.pulumi.rules.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which alarms need a person now, and how soon they ring. */
final class AlarmUrgencyTest {
  private static final String ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
  private static final String TICKETS = "arn:aws:sns:us-east-1:000000000000:tickets";

  /** The names of a row's alarms, and what its second column says of each. */
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| ((?:`[a-z-]+`(?:, )?)+) \\| (yes|yes, no|) ?\\| ");

  @Test
  void urgentAlarmOfShortPeriodsRingsWithinFifteenMinutes() {
    RecordedPlan plan = Variant.alarmTopic().plan();

    assertThat(plan.ofType(ALARM))
        .filteredOn(it -> !isTicket(it) && period(it) <= 300)
        .hasSizeGreaterThan(15)
        .allSatisfy(
            it ->
                assertThat(period(it) * inputs(it).get("datapointsToAlarm").getAsInt())
                    .as("%s: seconds", text(it, "name"))
                    .isLessThanOrEqualTo(15 * 60));
  }

  @Test
  void alarmsThatNeedAPersonNowAreTheseAndTheOthersAreTickets() {
    assertThat(urgent(Variant.alarmTopic().plan()))
        .containsExactlyInAnyOrder(
            "api-5xx",
            "api-errors",
            "api-throttled",
            "api-throttles",
            "canary-failing",
            "codes-key-disabled",
            "custom-email-sender-errors",
            "custom-email-sender-events-dropped",
            "custom-email-sender-events-waiting",
            "custom-email-sender-throttles",
            "deferred-users-not-received",
            "deferred-users-waiting",
            "mail-bounces",
            "mail-complaints",
            "mail-paused",
            "mails-not-sent",
            "post-confirmation-errors",
            "post-confirmation-throttles",
            "pre-sign-up-errors",
            "pre-sign-up-throttles",
            "sign-ins-throttled",
            "sign-up-success-low",
            "sign-ups-failing",
            "sign-ups-throttled",
            "sign-ups-unconfirmed",
            "token-refreshes-throttled",
            "user-copy-lost");
  }

  @Test
  void readmeSaysWhichAlarmsNeedAPersonNow() throws IOException {
    RecordedPlan plan = Variant.alarmTopic().plan();
    Set<String> urgent = urgent(plan);
    Set<String> all =
        plan.ofType(ALARM).stream().map(it -> text(it, "name")).collect(Collectors.toSet());
    List<String> explained = new ArrayList<>();

    ROW.matcher(Files.readString(Path.of("README.md")))
        .results()
        .forEach(
            row -> {
              List<String> names = List.of(row.group(1).replace("`", "").split(", ", -1));
              List<String> now = List.of(row.group(2).split(", ", -1));
              for (int i = 0; i < names.size(); i++) {
                String name = names.get(i);
                if (all.contains(name)) {
                  explained.add(name);
                  assertThat(now.get(Math.min(i, now.size() - 1)).equals("yes"))
                      .as(name)
                      .isEqualTo(urgent.contains(name));
                }
              }
            });
    assertThat(explained).hasSizeGreaterThan(20);
  }

  private static boolean isTicket(JsonObject alarm) {
    return texts(inputs(alarm), "alarmActions").equals(List.of(TICKETS));
  }

  private static Set<String> urgent(RecordedPlan plan) {
    return plan.ofType(ALARM).stream()
        .filter(it -> !isTicket(it))
        .map(it -> text(it, "name"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static int period(JsonObject alarm) {
    return AlarmState.of(alarm).metrics().values().iterator().next().periodSeconds();
  }
}
