package dev.gatehouse.pulumi;

import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.List;
import java.util.stream.Stream;

/** Is what the dashboard shows, from top to bottom: people first, machines after. */
final class Overview {
  private static final int THIRD = 8;
  private static final int HALF = 12;

  private final StackConfig config;
  private final List<String> functions;

  /** Takes the names of the functions. */
  Overview(StackConfig config, List<String> functions) {
    this.config = config;
    this.functions = functions;
  }

  /** Returns the body that CloudWatch takes: the same text for the same account. */
  String json(String poolArn, String clientId, List<String> alarmArns) {
    String[] arn = poolArn.split("[:/]", 7);
    Widgets page = new Widgets(arn[3]);
    page.alarms("Alarms", alarmArns);
    Pool pool = new Pool(arn[6], clientId);
    people(page, pool);
    copies(page, pool);
    machines(page);
    return page.json();
  }

  private record Pool(String id, String clientId) {
    Metric metric(String name, String stat) {
      return Metric.of("AWS/Cognito", name, stat).by("UserPool", id).by("UserPoolClient", clientId);
    }
  }

  private static void people(Widgets page, Pool pool) {
    page.graph("Sign-ups", THIRD)
        .line("asked", pool.metric("SignUpSuccesses", "SampleCount"))
        .line("created", pool.metric("SignUpSuccesses", "Sum"))
        .line("throttled", pool.metric("SignUpThrottles", "Sum"))
        .line("refused", Metric.counted("SignUpsRefused"))
        .done();
    page.graph("Refusals by code", THIRD)
        .everyValueOf("code", "sign-up", Metric.counted("SignUpsRefused"))
        .everyValueOf("code", "API", Metric.counted("ApiRefusals"))
        .done();
    page.graph("Mails of the account", THIRD)
        .line("sent by our function", Metric.counted("MailsSent"))
        .line("not sent by our function", Metric.counted("MailsNotSent"))
        .line("sent", mail("Send"))
        .line("delivered", mail("Delivery"))
        .line("bounced", mail("Bounce"))
        .line("called spam", mail("Complaint"))
        .line("rejected", mail("Reject"))
        .done();
  }

  private void copies(Widgets page, Pool pool) {
    page.graph("Confirmations", THIRD)
        // Each confirmed user is copied now or later, or else counted as lost.
        .sum("confirmed", Metric.counted("UsersCopied"), Metric.counted("UserCopyLost"))
        .line("signed in", pool.metric("SignInSuccesses", "Sum"))
        .done();
    page.graph("Copies of users", THIRD)
        .line("written", Metric.counted("UsersCopied"))
        .line("deferred", Metric.counted("UserCopyDeferred"))
        .line("lost", Metric.counted("UserCopyLost"))
        .line("repaired", Metric.counted("UserRepaired"))
        .line("failed later", Metric.counted("UsersNotCopied"))
        .done();
    page.graph("Rows in the queues", THIRD)
        .line("waiting", visible("deferred-users"))
        .line("laid aside", visible("deferred-users-dead"))
        .done();
  }

  private void machines(Widgets page) {
    page.query(
        "Cold starts",
        HALF,
        functions.stream().map(name -> "/aws/lambda/" + config.named(name)).toList(),
        """
        filter type = "platform.report"
        | fields coalesce(record.metrics.initDurationMs, record.metrics.restoreDurationMs) as coldMs
        | stats count(*) as calls, count(coldMs) as cold, max(coldMs) as slowestMs by bin(1h)\
        """);
    Widgets.Graph durations = page.graph("Slowest calls of each function, p99 ms", HALF);
    functions.forEach(
        name -> durations.line(name, FunctionAlarms.of(config, name, "Duration", "p99")));
    durations.done();
    page.graph("API: calls", HALF)
        .line("calls", Watch.api(config, "Count", "Sum"))
        .line("4XX", Watch.api(config, "4XXError", "Sum"))
        .line("5XX", Watch.api(config, "5XXError", "Sum"))
        .done();
    Widgets.Graph latency = page.graph("API: latency, ms", HALF);
    Stream.of("p50", "p90", "p99")
        .forEach(stat -> latency.line(stat, Watch.api(config, "Latency", stat)));
    latency.done();
  }

  private static Metric mail(String name) {
    return Metric.of("AWS/SES", name, "Sum");
  }

  private Metric visible(String queue) {
    return Watch.queue(config, queue, "ApproximateNumberOfMessagesVisible");
  }
}
