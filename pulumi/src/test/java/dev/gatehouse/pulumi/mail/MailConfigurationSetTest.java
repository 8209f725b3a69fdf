package dev.gatehouse.pulumi.mail;

import static dev.gatehouse.pulumi.plan.PlanVariants.full;
import static dev.gatehouse.pulumi.plan.RecordedPlan.LOCAL;
import static dev.gatehouse.pulumi.plan.RecordedPlan.PLAN;
import static dev.gatehouse.pulumi.plan.RecordedPlan.input;
import static dev.gatehouse.pulumi.plan.RecordedPlan.inputs;
import static dev.gatehouse.pulumi.plan.RecordedPlan.text;
import static dev.gatehouse.pulumi.plan.RecordedPlan.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.pulumi.plan.RecordedPlan;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MailConfigurationSetTest {
  private static final String SET = "aws:sesv2/configurationSet:ConfigurationSet";
  private static final String EVENTS =
      "aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination";
  private static final String ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
  private static final String SUPPRESSED = "mail-suppressed";

  /** An identity in another region than the stack, which Cognito may use in some regions. */
  private static final RecordedPlan ELSEWHERE =
      RecordedPlan.of(
          LOCAL
              .with("aws:region", "eu-west-1")
              .with("gatehouse:sesIdentityPolicy", "false")
              .with("gatehouse:sesRequireTls", "true"));

  private static final RecordedPlan EXISTING =
      RecordedPlan.of(LOCAL.with("gatehouse:sesConfigurationSet", "mail"));

  static List<RecordedPlan> withOwn() {
    return List.of(PLAN, full(), ELSEWHERE);
  }

  @ParameterizedTest
  @MethodSource("withOwn")
  void mailsAreSentWithTheSetOfTheStack(RecordedPlan plan) {
    JsonObject pool = inputs(plan.only("aws:cognito/userPool:UserPool"));

    assertThat(text(pool.getAsJsonObject("emailConfiguration"), "configurationSet"))
        .isEqualTo(input(plan.only(SET), "configurationSetName"))
        .isEqualTo("gatehouse-local-user-mail");
  }

  @ParameterizedTest
  @MethodSource("withOwn")
  void setSuppressesAddressesThatBounceOrComplain(RecordedPlan plan) {
    JsonObject set = inputs(plan.only(SET));

    assertThat(texts(set.getAsJsonObject("suppressionOptions"), "suppressedReasons"))
        .containsExactlyInAnyOrder("BOUNCE", "COMPLAINT");
  }

  /** Without them, the alarms for bounces and complaints would have no metric. */
  @ParameterizedTest
  @MethodSource("withOwn")
  void setPublishesTheRatesThatTheAlarmsMeasure(RecordedPlan plan) {
    assertThat(
            inputs(plan.only(SET))
                .getAsJsonObject("reputationOptions")
                .get("reputationMetricsEnabled"))
        .hasToString("true");
  }

  @Test
  void tlsIsRequiredBySetting() {
    assertThat(tlsPolicy(PLAN)).isEqualTo("OPTIONAL");
    assertThat(tlsPolicy(ELSEWHERE)).isEqualTo("REQUIRE");
  }

  @Test
  void setAndItsAlarmsAreInTheRegionOfTheIdentity() {
    String provider = text(ELSEWHERE.only(SET), "provider");

    assertThat(provider).contains("pulumi:providers:aws::us-east-1");
    assertThat(ELSEWHERE.ofType(EVENTS))
        .hasSize(2)
        .allSatisfy(it -> assertThat(text(it, "provider")).isEqualTo(provider));
    assertThat(
            List.of(
                ELSEWHERE.named("aws:cloudwatch/eventRule:EventRule", SUPPRESSED),
                ELSEWHERE.named(ALARM, SUPPRESSED),
                ELSEWHERE.named(ALARM, "mail-bounces"),
                ELSEWHERE.named(ALARM, "mail-complaints"),
                ELSEWHERE.named("aws:sns/topic:Topic", "alarms-us-east-1")))
        .allSatisfy(it -> assertThat(text(it, "provider")).isEqualTo(provider));
    assertThat(ELSEWHERE.named(EVENTS, SUPPRESSED).toString())
        .contains("arn:aws:events:us-east-1:000000000000:event-bus/default");
  }

  @ParameterizedTest
  @MethodSource("withOwn")
  void alarmsMeasureTheSetAtHalfOfTheRatesAtWhichAwsReviewsAnAccount(RecordedPlan plan) {
    for (String[] row : new String[][] {{"mail-bounces", "0.025"}, {"mail-complaints", "5.0E-4"}}) {
      JsonObject alarm = inputs(plan.named(ALARM, row[0]));

      assertThat(alarm.get("threshold").getAsDouble()).isEqualTo(Double.parseDouble(row[1]));
      assertThat(alarm.get("metricQueries").toString())
          .contains("{\"ses:configuration-set\":\"gatehouse-local-user-mail\"}");
    }
  }

  @Test
  void existingSetIsUsedAndTheAccountMeasured() {
    JsonObject pool = inputs(EXISTING.only("aws:cognito/userPool:UserPool"));

    assertThat(text(pool.getAsJsonObject("emailConfiguration"), "configurationSet"))
        .isEqualTo("mail");
    assertThat(EXISTING.ofType(SET)).isEmpty();
    assertThat(input(EXISTING.named(ALARM, "mail-bounces"), "metricName"))
        .isEqualTo("Reputation.BounceRate");
    assertThat(EXISTING.named(EVENTS, SUPPRESSED)).isNotNull();
  }

  @Test
  void failuresAreCountedAndPublished() {
    assertThat(matching(full().named(EVENTS, "mail-metrics")))
        .contains("BOUNCE", "COMPLAINT", "REJECT", "SEND");
    assertThat(inputs(full().named(EVENTS, "mail-failures")).toString())
        .contains("arn:aws:sns:eu-west-1:000000000000:mail");
    assertThat(PLAN.ofType(EVENTS)).extracting(it -> text(it, "name")).contains("mail-metrics");
  }

  /** SES pauses an account, and sets, by itself; each is worth a page. */
  @ParameterizedTest
  @MethodSource("withOwn")
  void pausedSendingIsAnAlarmOnSesOwnEvent(RecordedPlan plan) {
    JsonObject rule = inputs(plan.named("aws:cloudwatch/eventRule:EventRule", "mail-paused"));
    JsonObject alarm = inputs(plan.named(ALARM, "mail-paused"));

    assertThat(text(rule, "eventPattern"))
        .isEqualTo("{\"source\":[\"aws.ses\"],\"detail-type\":[\"Sending Status Disabled\"]}");
    assertThat(alarm.getAsJsonObject("dimensions"))
        .hasToString("{\"RuleName\":\"%s\"}".formatted(text(rule, "name")));
    assertThat(alarm.get("threshold").getAsInt()).isEqualTo(1);
  }

  private static List<String> matching(JsonObject destination) {
    return texts(inputs(destination).getAsJsonObject("eventDestination"), "matchingEventTypes");
  }

  private static String tlsPolicy(RecordedPlan plan) {
    return text(inputs(plan.only(SET)).getAsJsonObject("deliveryOptions"), "tlsPolicy");
  }
}
