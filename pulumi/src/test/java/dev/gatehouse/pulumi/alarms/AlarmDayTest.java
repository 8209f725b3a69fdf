package dev.gatehouse.pulumi.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.pulumi.rules.Variant;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each alarm is red in its fault, and none is on an ordinary day of five million users. */
final class AlarmDayTest {
  private static final String ALL = "dev.gatehouse.pulumi.rules.Variant#all";
  private static final OrdinaryDay ORDINARY = new OrdinaryDay();

  @ParameterizedTest
  @MethodSource(ALL)
  void ordinaryDayIsQuiet(Variant variant) {
    assertThat(alarms(variant))
        .filteredOn(it -> it.isRed(ORDINARY))
        .extracting(AlarmState::name)
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void eachAlarmIsRedInItsFault(Variant variant) {
    assertThat(alarms(variant))
        .filteredOn(it -> !it.isRed(Fault.of(it.name()).on(ORDINARY)))
        .extracting(AlarmState::name)
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void dayWithoutTrafficIsQuiet(Variant variant) {
    assertThat(alarms(variant))
        .filteredOn(it -> it.isRed((metric, minute) -> onSchedule(metric)))
        .extracting(AlarmState::name)
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

  private static List<AlarmState> alarms(Variant variant) {
    List<AlarmState> alarms =
        variant.plan().ofType("aws:cloudwatch/metricAlarm:MetricAlarm").stream()
            .map(AlarmState::of)
            .toList();
    assertThat(alarms).hasSizeGreaterThan(15);
    return alarms;
  }
}
