package dev.gatehouse.pulumi.monitoring;

import com.pulumi.resources.Resource;
import dev.gatehouse.pulumi.data.DeferredUsersQueue;
import dev.gatehouse.pulumi.functions.FunctionModule;
import dev.gatehouse.pulumi.monitoring.Alarm.Evaluation;
import dev.gatehouse.pulumi.settings.StackConfig;

/** The alarms for sign-ups, the API and the rows of users. */
final class ServiceAlarms {
  private static final int FIFTEEN_MINUTES = 15 * 60;

  private final MetricAlarms alarms;
  private final StackConfig config;
  private final Resource parent;

  private ServiceAlarms(MetricAlarms alarms, StackConfig config, Resource parent) {
    this.alarms = alarms;
    this.config = config;
    this.parent = parent;
  }

  static void add(MetricAlarms alarms, StackConfig config, Resource parent) {
    ServiceAlarms added = new ServiceAlarms(alarms, config, parent);
    added.signUps();
    added.api();
    added.throttledRequests();
    FirewallAlarms.add(alarms, config, parent);
    added.userCopies();
    added.deferredUsers();
    if (!config.reconcileSchedule().isEmpty()) {
      ReconcileAlarms.add(alarms, config, parent);
    }
    if (config.recovery().exportsPool()) {
      alarms.add(parent, ScheduleAlarms.poolExportOverdue(config));
      ScheduleAlarms.add(alarms, config, parent, FunctionModule.POOL_EXPORT);
    }
  }

  private void signUps() {
    page(
        "sign-ups-failing",
        "Pre sign-up refuses one address in a hundred or more with INTERNAL: those people cannot"
            + " sign up.",
        Measure.of(Metric.ofFunctions(config, "SignUpsRefused").by("code", "INTERNAL"))
            .percentOf(
                Metric.ofFunction(
                    config, FunctionModule.PRE_SIGN_UP.functionName(), "Invocations", "Sum")),
        1,
        Evaluation.TWO_OF_THREE);
  }

  /** The thresholds and periods are those that CloudWatch recommends for an API. */
  private void api() {
    page(
        "api-5xx",
        "One request in twenty to the API fails: look for level ERROR in the log group of api.",
        Measure.of(Metric.ofApi(config, "5XXError", "Average")),
        0.05,
        new Evaluation(60, 3, 3));
    ticket(
        "api-latency",
        "One request in ten to the API takes 2.5 seconds or longer.",
        Measure.of(Metric.ofApi(config, "Latency", "p90")),
        2500,
        new Evaluation(60, 5, 5));
  }

  /** API Gateway counts 429 among all 4xx, so a filter of the access log counts them. */
  private void throttledRequests() {
    if (config.restApi().accessLogs()) {
      page(
          "api-throttled",
          "One request in twenty to the API gets 429: raise throttlingRate within Cognito's quota,"
              + " or see who sends them.",
          Measure.of(Metric.ofFunctions(config, "RequestsThrottled"))
              .percentOf(Metric.ofApi(config, "Count", "Sum")),
          5,
          Evaluation.TWO_OF_THREE);
    }
  }

  private void userCopies() {
    Metric deferred = Metric.ofFunctions(config, "UserCopyDeferred");
    ticket(
        "user-copy-deferred",
        "The users table refuses one row in a hundred or more; they are in the queue and will be"
            + " retried.",
        Measure.of(deferred).percentOf(deferred, Metric.ofFunctions(config, "UsersCopied")),
        1,
        Evaluation.TWO_OF_THREE);
    page(
        "user-copy-lost",
        "The users table and the queue refused a row: only Cognito has this user until it is"
            + " written.",
        Measure.of(Metric.ofFunctions(config, "UserCopyLost")),
        1,
        Evaluation.ONE_PERIOD);
  }

  /**
   * SQS leaves messages out of its age that were received three times, and counts moved ones as new
   * ones, so the function measures the age by the time in the message.
   */
  private void deferredUsers() {
    page(
        "deferred-users-waiting",
        "A row has been waiting for 15 minutes: the users table still refuses it.",
        Measure.of(Metric.ofFunctions(config, "DeferredUserAge").with("Maximum")),
        FIFTEEN_MINUTES,
        // Twice as long as the longest time between two attempts.
        new Evaluation(2 * FIFTEEN_MINUTES, 1, 1));
    page(
        "deferred-users-not-received",
        "Nobody takes rows from the queue: deferred-users is throttled, or its mapping disabled.",
        Measure.of(
            Metric.ofQueue(config, DeferredUsersQueue.NAME, "ApproximateAgeOfOldestMessage")),
        FIFTEEN_MINUTES,
        Evaluation.ONE_PERIOD);
    ticket(
        "deferred-users-dead-letters",
        "A row was refused until its receives were exhausted. Reconcile moves it back once the"
            + " table works: see docs/flows.md, Deferred users.",
        visible(DeferredUsersQueue.DEAD_LETTER_QUEUE_NAME),
        1,
        Evaluation.ONE_PERIOD);
    ticket(
        DeferredUsersQueue.REFUSED_NAME,
        "A message of deferred users is malformed, or was moved back once and refused again: read"
            + " it, then delete it.",
        visible(DeferredUsersQueue.REFUSED_NAME),
        1,
        Evaluation.ONE_PERIOD);
  }

  private Measure visible(String queue) {
    return Measure.of(Metric.ofQueue(config, queue, "ApproximateNumberOfMessagesVisible"));
  }

  private void page(
      String name, String description, Measure measure, double threshold, Evaluation evaluation) {
    alarms.add(parent, Alarm.page(name, description, measure, threshold, evaluation));
  }

  private void ticket(
      String name, String description, Measure measure, double threshold, Evaluation evaluation) {
    alarms.add(parent, Alarm.ticket(name, description, measure, threshold, evaluation));
  }
}
