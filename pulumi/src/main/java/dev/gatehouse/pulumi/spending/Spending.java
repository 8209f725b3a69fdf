package dev.gatehouse.pulumi.spending;

import com.pulumi.aws.budgets.Budget;
import com.pulumi.aws.budgets.BudgetArgs;
import com.pulumi.aws.budgets.inputs.BudgetNotificationArgs;
import com.pulumi.aws.costexplorer.AnomalyMonitor;
import com.pulumi.aws.costexplorer.AnomalyMonitorArgs;
import com.pulumi.aws.costexplorer.AnomalySubscription;
import com.pulumi.aws.costexplorer.AnomalySubscriptionArgs;
import com.pulumi.aws.costexplorer.inputs.AnomalySubscriptionSubscriberArgs;
import com.pulumi.aws.costexplorer.inputs.AnomalySubscriptionThresholdExpressionArgs;
import com.pulumi.aws.costexplorer.inputs.AnomalySubscriptionThresholdExpressionDimensionArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import dev.gatehouse.pulumi.settings.MonitoringSettings;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A budget and the detection of anomalies, both of the whole account: AWS knows no stacks, and an
 * account has one monitor of its services.
 */
public final class Spending extends ComponentResource {
  private static final String NAME = "spending";

  /** The percentage of the budget at which its actual costs are a message. */
  private static final double MOST = 80;

  /** An anomaly is a message from a tenth of the budget on. */
  private static final int PART = 10;

  private final StackConfig config;

  private Spending(StackConfig config) {
    super("gatehouse:aws:Spending", NAME);
    this.config = config;
    budget();
    anomalies();
    registerOutputs(Map.of());
  }

  /** Declares budget and detection, or nothing if the stack has no budget. */
  public static void of(StackConfig config) {
    if (config.monitoring().monthlyBudget() > 0) {
      new Spending(config);
    }
  }

  private void budget() {
    new Budget(
        NAME,
        BudgetArgs.builder()
            .name(config.named("monthly"))
            .budgetType("COST")
            .timeUnit("MONTHLY")
            .limitUnit("USD")
            .limitAmount(dollars(config.monitoring().monthlyBudget()))
            .notifications(notification("ACTUAL", MOST), notification("FORECASTED", 100))
            .build(),
        inside());
  }

  private BudgetNotificationArgs notification(String type, double percent) {
    BudgetNotificationArgs.Builder args =
        BudgetNotificationArgs.builder()
            .notificationType(type)
            .comparisonOperator("GREATER_THAN")
            .thresholdType("PERCENTAGE")
            .threshold(percent);
    return byMail()
        ? args.subscriberEmailAddresses(receiver().applyValue(List::of)).build()
        : args.subscriberSnsTopicArns(receiver().applyValue(List::of)).build();
  }

  private void anomalies() {
    AnomalyMonitor services =
        new AnomalyMonitor(
            NAME,
            AnomalyMonitorArgs.builder()
                .name(config.named("services"))
                .monitorType("DIMENSIONAL")
                .monitorDimension("SERVICE")
                .build(),
            inside());
    new AnomalySubscription(
        NAME,
        AnomalySubscriptionArgs.builder()
            .name(config.named("services"))
            // Messages to an address come once a day, those to a topic at once.
            .frequency(byMail() ? "DAILY" : "IMMEDIATE")
            .monitorArnLists(services.arn().applyValue(List::of))
            .subscribers(
                AnomalySubscriptionSubscriberArgs.builder()
                    .type(byMail() ? "EMAIL" : "SNS")
                    .address(receiver())
                    .build())
            .thresholdExpression(fromImpact())
            .build(),
        inside());
  }

  private AnomalySubscriptionThresholdExpressionArgs fromImpact() {
    return AnomalySubscriptionThresholdExpressionArgs.builder()
        .dimension(
            AnomalySubscriptionThresholdExpressionDimensionArgs.builder()
                .key("ANOMALY_TOTAL_IMPACT_ABSOLUTE")
                .matchOptions("GREATER_THAN_OR_EQUAL")
                .values(dollars(Math.max(1, config.monitoring().monthlyBudget() / PART)))
                .build())
        .build();
  }

  private boolean byMail() {
    return !config.monitoring().emailAddress().isEmpty();
  }

  /** Returns the address, or the topic for what can wait. */
  private Output<String> receiver() {
    MonitoringSettings settings = config.monitoring();
    if (byMail()) {
      return config.secrets().output("alarmEmail", settings.emailAddress());
    }
    return Output.of(
        settings.ticketTopicArn().isEmpty() ? settings.topicArn() : settings.ticketTopicArn());
  }

  private static String dollars(int amount) {
    return String.format(Locale.ROOT, "%d", amount);
  }

  private CustomResourceOptions inside() {
    return CustomResourceOptions.builder().parent(this).build();
  }
}
