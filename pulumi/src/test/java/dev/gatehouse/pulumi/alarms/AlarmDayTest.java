package dev.gatehouse.pulumi.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.pulumi.plan.RecordedPlan;
import dev.gatehouse.pulumi.rules.Variant;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each alarm is red in its fault, and none is on an ordinary day of five million users. */
final class AlarmDayTest {
  private static final String ALL = "dev.gatehouse.pulumi.rules.Variant#all";
  private static final OrdinaryDay ORDINARY = new OrdinaryDay();

  @ParameterizedTest
  @MethodSource(ALL)
  void ordinaryDayIsQuiet(Variant variant) {
    assertThat(alarms(variant)).filteredOn(it -> it.isRed(ORDINARY)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void eachAlarmIsRedInItsFault(Variant variant) {
    assertThat(alarms(variant))
        .allSatisfy(
            it -> assertThat(it.isRed(Fault.of(it.name()).on(ORDINARY))).as(it.name()).isTrue());
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void dayWithoutTrafficIsQuiet(Variant variant) {
    assertThat(alarms(variant))
        .filteredOn(it -> it.isRed((metric, minute) -> onSchedule(metric)))
        .isEmpty();
  }

  /** Returns the calls of the schedule, which come without traffic. */
  private static OptionalDouble onSchedule(AlarmedMetric metric) {
    if (!metric.name().equals("Invocations")) {
      return OptionalDouble.empty();
    }
    return switch (metric.dimension("FunctionName")) {
      case "reconcile", "pool-export" -> OptionalDouble.of(metric.perPeriod(96));
      case "canary" -> OptionalDouble.of(metric.perPeriod(288));
      default -> OptionalDouble.empty();
    };
  }

  @Test
  void whatNobodyCanSignUpInPagesAndTheRestIsATicket() {
    List<JsonObject> alarms =
        RecordedPlan.of(
                RecordedPlan.LOCAL.with(
                    "gatehouse:ticketTopicArn", "arn:aws:sns:us-east-1:000000000000:tickets"))
            .ofType("aws:cloudwatch/metricAlarm:MetricAlarm");

    assertThat(alarms)
        .filteredOn(
            it ->
                RecordedPlan.texts(RecordedPlan.inputs(it), "alarmActions")
                    .equals(List.of("arn:aws:sns:us-east-1:000000000000:tickets")))
        .extracting(it -> RecordedPlan.text(it, "name"))
        .contains("reconcile-errors", "api-latency", "user-copy-deferred", "api-duration")
        .doesNotContain("sign-ups-failing", "user-copy-lost", "pre-sign-up-errors", "api-5xx");
  }

  private static List<AlarmState> alarms(Variant variant) {
    List<AlarmState> alarms =
        variant.plan().ofType("aws:cloudwatch/metricAlarm:MetricAlarm").stream()
            .map(AlarmState::of)
            .toList();
    assertThat(alarms).hasSizeGreaterThan(15);
    return alarms;
  }
}
