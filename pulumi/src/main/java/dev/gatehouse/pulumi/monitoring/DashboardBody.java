package dev.gatehouse.pulumi.monitoring;

import dev.gatehouse.pulumi.data.DeferredUsersQueue;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.List;
import java.util.stream.Stream;

/** The widgets of the dashboard: sign-ups and mails, rows of users, functions and the API. */
final class DashboardBody {
  private static final int THIRD = 8;
  private static final int HALF = 12;

  private final StackConfig config;
  private final List<String> functions;

  /** Creates a body with graphs of these functions. */
  DashboardBody(StackConfig config, List<String> functions) {
    this.config = config;
    this.functions = functions;
  }

  /** Returns the JSON that CloudWatch takes. */
  String json(String poolArn, String clientId, List<String> alarmArns) {
    String[] arn = poolArn.split("[:/]", 7);
    DashboardWidgets widgets = new DashboardWidgets(arn[3]);
    widgets.alarms("Alarms", alarmArns);
    CognitoAlarms.PoolMetrics pool = new CognitoAlarms.PoolMetrics(arn[6], clientId);
    signUps(widgets, pool);
    mails(widgets);
    userCopies(widgets, pool);
    functions(widgets);
    api(widgets);
    return widgets.json();
  }

  private void signUps(DashboardWidgets widgets, CognitoAlarms.PoolMetrics pool) {
    widgets
        .graph("Sign-ups", THIRD)
        .line("requested", pool.metric("SignUpSuccesses", "SampleCount"))
        .line("created", pool.metric("SignUpSuccesses", "Sum"))
        .line("throttled", pool.metric("SignUpThrottles", "Sum"))
        .line("refused", Metric.ofFunctions(config, "SignUpsRefused"))
        .add();
    widgets
        .graph("Refusals by code", THIRD)
        .lines("code", "sign-up", Metric.ofFunctions(config, "SignUpsRefused"))
        .lines("code", "API", Metric.ofFunctions(config, "ApiRefusals"))
        .add();
  }

  private void mails(DashboardWidgets widgets) {
    widgets
        .graph("Mails of the account", THIRD)
        .line("sent by the function", Metric.ofFunctions(config, "MailsSent"))
        .line("not sent by the function", Metric.ofFunctions(config, "MailsNotSent"))
        .line("sent", mail("Send"))
        .line("delivered", mail("Delivery"))
        .line("bounced", mail("Bounce"))
        .line("complaints", mail("Complaint"))
        .line("rejected", mail("Reject"))
        .add();
  }

  private void userCopies(DashboardWidgets widgets, CognitoAlarms.PoolMetrics pool) {
    widgets
        .graph("Confirmations", THIRD)
        // Each confirmed user is copied, now or later, or counted as lost.
        .sum(
            "confirmed",
            Metric.ofFunctions(config, "UsersCopied"),
            Metric.ofFunctions(config, "UserCopyLost"))
        .line("signed in", pool.metric("SignInSuccesses", "Sum"))
        .add();
    widgets
        .graph("Copies of users", THIRD)
        .line("written", Metric.ofFunctions(config, "UsersCopied"))
        .line("deferred", Metric.ofFunctions(config, "UserCopyDeferred"))
        .line("lost", Metric.ofFunctions(config, "UserCopyLost"))
        .line("repaired", Metric.ofFunctions(config, "UserRepaired"))
        .line("failed later", Metric.ofFunctions(config, "UsersNotCopied"))
        .add();
    widgets
        .graph("Rows in the queues", THIRD)
        .line("waiting", visibleMessages(DeferredUsersQueue.NAME))
        .line("dead letters", visibleMessages(DeferredUsersQueue.DEAD_LETTER_QUEUE_NAME))
        .add();
  }

  private void functions(DashboardWidgets widgets) {
    widgets.query(
        "Cold starts",
        HALF,
        functions.stream().map(name -> "/aws/lambda/" + config.named(name)).toList(),
        """
        filter type = "platform.report"
        | fields coalesce(record.metrics.initDurationMs, record.metrics.restoreDurationMs) as coldMs
        | stats count(*) as calls, count(coldMs) as cold, max(coldMs) as slowestMs by bin(1h)\
        """);
    DashboardWidgets.Graph durations =
        widgets.graph("Slowest invocations of each function, p99 ms", HALF);
    functions.forEach(
        name -> durations.line(name, Metric.ofFunction(config, name, "Duration", "p99")));
    functions.stream()
        .filter(StartAlarms.AWAITED::contains)
        .forEach(name -> durations.line(name + " starts", StartAlarms.metric(config, name)));
    durations.add();
  }

  private void api(DashboardWidgets widgets) {
    widgets
        .graph("API: requests", HALF)
        .line("requests", Metric.ofApi(config, "Count", "Sum"))
        .line("4XX", Metric.ofApi(config, "4XXError", "Sum"))
        .line("5XX", Metric.ofApi(config, "5XXError", "Sum"))
        .add();
    DashboardWidgets.Graph latency = widgets.graph("API: latency, ms", HALF);
    Stream.of("p50", "p90", "p99")
        .forEach(stat -> latency.line(stat, Metric.ofApi(config, "Latency", stat)));
    latency.add();
  }

  private static Metric mail(String name) {
    return Metric.of("AWS/SES", name, "Sum");
  }

  private Metric visibleMessages(String queue) {
    return Metric.ofQueue(config, queue, "ApproximateNumberOfMessagesVisible");
  }
}
