package dev.gatehouse.pulumi.alarms;

import static dev.gatehouse.pulumi.plan.RecordedPlan.inputs;
import static dev.gatehouse.pulumi.plan.RecordedPlan.output;
import static dev.gatehouse.pulumi.plan.RecordedPlan.text;
import static dev.gatehouse.pulumi.plan.RecordedPlan.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.pulumi.plan.PlanVariants;
import dev.gatehouse.pulumi.plan.RecordedPlan;
import dev.gatehouse.pulumi.rules.Tsv;
import dev.gatehouse.pulumi.rules.Variant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What CloudWatch takes: periods, statistics, and topics of the same region. */
final class AlarmRulesTest {
  private static final String ALL = "dev.gatehouse.pulumi.rules.Variant#all";
  private static final String ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
  private static final int HOUR = 3600;
  private static final int DAY = 24 * HOUR;

  /**
   * CloudWatch takes these only.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html">PutMetricAlarm</a>
   */
  @ParameterizedTest
  @MethodSource(ALL)
  void periodsTogetherAreADayAtMostAndAWeekIfTheyAreHours(Variant variant) {
    assertThat(variant.plan().ofType(ALARM))
        .isNotEmpty()
        .allSatisfy(
            it -> {
              int period = period(it);
              assertThat(period).as(text(it, "name")).isPositive();
              assertThat(period % 60).as(text(it, "name")).isZero();
              assertThat(period * inputs(it).get("evaluationPeriods").getAsInt())
                  .as("%s: seconds", text(it, "name"))
                  .isLessThanOrEqualTo(period < HOUR ? DAY : 7 * DAY);
            });
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void statisticOfAnAwsMetricIsOneThatItsDefinitionGivesASense(Variant variant) {
    Map<String, Set<String>> statistics = new TreeMap<>();
    Tsv.rows("rules/metrics.tsv")
        .forEach(
            row ->
                statistics.put(row.get(0) + " " + row.get(1), Set.of(row.get(3).split(" ", -1))));

    assertThat(variant.plan().ofType(ALARM).stream().map(AlarmState::of))
        .flatMap(alarm -> alarm.metrics().values())
        .filteredOn(it -> it.namespace().startsWith("AWS/"))
        .hasSizeGreaterThan(20)
        .allSatisfy(
            it ->
                assertThat(statistics.get(it.namespace() + " " + it.name()))
                    .as("%s %s", it.namespace(), it.name())
                    .contains(it.stat()));
  }

  /** The stack is in eu-west-1, CloudFront's certificates are not. */
  @Test
  void alarmOfACertificateIsWhereTheCertificateIs() {
    RecordedPlan plan = PlanVariants.full();
    List<JsonObject> certificates = plan.ofType("aws:acm/certificate:Certificate");

    assertThat(certificates)
        .hasSize(2)
        .allSatisfy(
            certificate -> {
              JsonObject alarm =
                  plan.named(ALARM, text(certificate, "name") + "-certificate-expires");
              assertThat(inputs(alarm).toString()).contains(output(certificate, "arn"));
              assertThat(provider(alarm)).isEqualTo(provider(certificate)).contains("us-east-1");
            });
  }

  /** CloudWatch refuses a topic of another region. */
  @ParameterizedTest
  @MethodSource(ALL)
  void alarmNotifiesATopicOfItsOwnRegion(Variant variant) {
    List<JsonObject> topics = variant.plan().ofType("aws:sns/topic:Topic");

    assertThat(variant.plan().ofType(ALARM))
        .allSatisfy(
            alarm -> {
              assertThat(texts(inputs(alarm), "alarmActions")).as(text(alarm, "name")).hasSize(1);
              assertThat(texts(inputs(alarm), "okActions"))
                  .isEqualTo(texts(inputs(alarm), "alarmActions"));
              assertThat(topics)
                  .filteredOn(it -> texts(alarm, "dependencies").contains(text(it, "urn")))
                  .allSatisfy(
                      it ->
                          assertThat(provider(it))
                              .as(text(alarm, "name"))
                              .isEqualTo(provider(alarm)));
            });
  }

  /** Returns the provider of another region; blank for the region of the stack. */
  private static String provider(JsonObject resource) {
    return resource.has("provider") ? text(resource, "provider") : "";
  }

  private static int period(JsonObject alarm) {
    return AlarmState.of(alarm).metrics().values().iterator().next().periodSeconds();
  }
}
