package dev.gatehouse.pulumi.spending;

import static dev.gatehouse.pulumi.plan.PlanVariants.full;
import static dev.gatehouse.pulumi.plan.RecordedPlan.LOCAL;
import static dev.gatehouse.pulumi.plan.RecordedPlan.PLAN;
import static dev.gatehouse.pulumi.plan.RecordedPlan.input;
import static dev.gatehouse.pulumi.plan.RecordedPlan.inputs;
import static dev.gatehouse.pulumi.plan.RecordedPlan.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.pulumi.plan.RecordedPlan;
import org.junit.jupiter.api.Test;

final class SpendingTest {
  private static final String BUDGET = "aws:budgets/budget:Budget";
  private static final String MONITOR = "aws:costexplorer/anomalyMonitor:AnomalyMonitor";
  private static final String SUBSCRIPTION =
      "aws:costexplorer/anomalySubscription:AnomalySubscription";
  private static final String TOPIC = "arn:aws:sns:us-east-1:000000000000:tickets";

  @Test
  void stackHasNoBudgetByDefault() {
    assertThat(PLAN.ofType(BUDGET)).isEmpty();
    assertThat(PLAN.ofType(MONITOR)).isEmpty();
  }

  @Test
  void budgetAndAnomaliesAreMailedUnderNamesOfTheStack() {
    JsonObject budget = inputs(full().only(BUDGET));

    assertThat(text(budget, "name")).isEqualTo("gatehouse-local-monthly");
    assertThat(text(budget, "limitAmount")).isEqualTo("500");
    assertThat(budget.get("notifications").toString())
        .contains("ACTUAL", "FORECASTED", "ops@gatehouse.test");
    assertThat(input(full().only(MONITOR), "name")).isEqualTo("gatehouse-local-services");
    assertThat(input(full().only(SUBSCRIPTION), "frequency")).isEqualTo("DAILY");
    assertThat(inputs(full().only(SUBSCRIPTION)).toString())
        .contains("ops@gatehouse.test", "ANOMALY_TOTAL_IMPACT_ABSOLUTE", "[\"50\"]");
  }

  @Test
  void topicForWhatCanWaitReceivesThemAtOnce() {
    RecordedPlan byTopic =
        RecordedPlan.of(
            LOCAL
                .with("gatehouse:monthlyBudget", "5")
                .with("gatehouse:alarmEmail", "")
                .with("gatehouse:alarmTopicArn", "arn:aws:sns:us-east-1:000000000000:alarms")
                .with("gatehouse:ticketTopicArn", TOPIC));

    assertThat(inputs(byTopic.only(BUDGET)).toString()).contains("[\"" + TOPIC + "\"]");
    assertThat(input(byTopic.only(SUBSCRIPTION), "frequency")).isEqualTo("IMMEDIATE");
    assertThat(inputs(byTopic.only(SUBSCRIPTION)).toString()).contains(TOPIC, "SNS", "[\"1\"]");
  }
}
