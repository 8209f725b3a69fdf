package dev.gatehouse.pulumi;

import com.pulumi.aws.cloudwatch.Dashboard;
import com.pulumi.aws.cloudwatch.DashboardArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import dev.gatehouse.pulumi.Alarm.Lasting;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.List;
import java.util.Map;

/** Watches the account: alarms for what somebody should look at, one dashboard for the rest. */
final class Watch extends ComponentResource {
  private static final String NAME = "watch";
  private static final int QUARTER_OF_AN_HOUR = 15 * 60;

  private final StackConfig config;
  private final Alarms alarms;

  private Watch(
      StackConfig config, SignUpPool pool, MailIdentity identity, List<JavaFunction> functions) {
    super("gatehouse:aws:Watch", NAME);
    this.config = config;
    this.alarms = new Alarms(config, AlarmTopic.of(config, this));
    functions.forEach(function -> FunctionAlarms.add(alarms, config, function));
    signUps();
    api();
    copies();
    mails(pool, identity);
    dashboard(pool, functions.stream().map(JavaFunction::name).toList());
    registerOutputs(Map.of());
  }

  /** Watches these functions and all around them, unless the stack is not to be watched. */
  static void over(
      StackConfig config, SignUpPool pool, MailIdentity identity, List<JavaFunction> functions) {
    if (config.watched().alarms()) {
      new Watch(config, pool, identity, functions);
    }
  }

  private void dashboard(SignUpPool pool, List<String> functions) {
    Output<String> body =
        Output.tuple(pool.arn(), pool.clientId(), alarms.arns())
            .applyValue(it -> new Overview(config, functions).json(it.t1, it.t2, it.t3));
    new Dashboard(
        NAME,
        DashboardArgs.builder().dashboardName(config.named("overview")).dashboardBody(body).build(),
        CustomResourceOptions.builder().parent(this).build());
  }

  private void signUps() {
    add(
        "sign-ups-broken",
        "Pre sign-up could not judge an address and refused it with INTERNAL: nobody may join.",
        Metric.counted("SignUpsRefused").by("code", "INTERNAL"),
        1,
        Lasting.AT_ONCE);
  }

  /** With the bounds and the times that CloudWatch recommends for an API. */
  private void api() {
    add(
        "api-5xx",
        "One call in twenty of the API fails: look for level ERROR in the log group of api.",
        api(config, "5XXError", "Average"),
        0.05,
        new Lasting(60, 3, 3));
    add(
        "api-latency",
        "One call in ten of the API takes 2.5 seconds or longer.",
        api(config, "Latency", "p90"),
        2500,
        new Lasting(60, 5, 5));
  }

  private void copies() {
    add(
        "copies-deferred",
        "The users table refused a row, which waits in the queue now. It heals by itself.",
        Metric.counted("UserCopyDeferred"),
        1,
        Lasting.AT_ONCE);
    add(
        "copies-lost",
        "Table and queue refused a row: until they are back, only Cognito knows this user.",
        Metric.counted("UserCopyLost"),
        1,
        Lasting.AT_ONCE);
    if (!config.reconcileSchedule().isEmpty()) {
      add(
          "copies-not-reconciled",
          "Reconcile could not write a row that a user lacks: the table refused it.",
          Metric.counted("UsersNotCopied"),
          1,
          Lasting.AT_ONCE);
    }
    add(
        "copies-waiting",
        "A row has waited in the queue for a quarter of an hour: the table still refuses it.",
        queue(config, "deferred-users", "ApproximateAgeOfOldestMessage"),
        QUARTER_OF_AN_HOUR,
        Lasting.AT_ONCE);
    add(
        "dead-letters",
        "A row was tried five times and laid aside: see docs/flows.md, Deferred users.",
        queue(config, "deferred-users-dead", "ApproximateNumberOfMessagesVisible"),
        1,
        Lasting.AT_ONCE);
  }

  /** At these rates AWS reviews an account; at twice and five times as much, it stops its mail. */
  private void mails(SignUpPool pool, MailIdentity identity) {
    if (config.sender().byFunction()) {
      add(
          "mails-not-sent",
          "Custom e-mail sender could not send a code: its log group has the reason as a code.",
          Metric.counted("MailsNotSent"),
          1,
          Lasting.AT_ONCE);
    }
    // CloudWatch of one region does not know of mails that another sends.
    if (!identity.isIn(config.domain().region())) {
      return;
    }
    add(
        "mail-bounces",
        "One mail in twenty of the account bounces, at which AWS reviews it.",
        Metric.of("AWS/SES", "Reputation.BounceRate", "Average"),
        0.05,
        Lasting.FOR_AN_HOUR);
    add(
        "mail-complaints",
        "One mail in a thousand of the account is called spam, at which AWS reviews it.",
        Metric.of("AWS/SES", "Reputation.ComplaintRate", "Average"),
        0.001,
        Lasting.FOR_AN_HOUR);
    if (identity.hasConfigurationSet()) {
      SuppressedSends.count(config, this, identity.configurationSet(), pool.arn());
      alarms.add(this, SuppressedSends.alarm(config));
    }
  }

  private void add(String name, String says, Metric metric, double threshold, Lasting when) {
    alarms.add(this, Alarm.of(name, says, metric, threshold, when));
  }

  static Metric api(StackConfig config, String name, String stat) {
    return Metric.of("AWS/ApiGateway", name, stat)
        .by("ApiName", config.named("api"))
        .by("Stage", config.api().stageName());
  }

  static Metric queue(StackConfig config, String queue, String name) {
    return Metric.of("AWS/SQS", name, "Maximum").by("QueueName", config.named(queue));
  }
}
