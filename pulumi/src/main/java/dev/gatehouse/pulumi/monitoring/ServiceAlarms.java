package dev.gatehouse.pulumi.monitoring;

import com.pulumi.resources.Resource;
import dev.gatehouse.pulumi.data.DeferredUsersQueue;
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
    added.userCopies();
    added.deferredUsers();
  }

  private void signUps() {
    add(
        "sign-ups-failing",
        "Pre sign-up refuses addresses with INTERNAL: nobody can sign up.",
        Metric.ofFunctions("SignUpsRefused").by("code", "INTERNAL"),
        1,
        Evaluation.ONE_PERIOD);
  }

  /** The thresholds and periods are those that CloudWatch recommends for an API. */
  private void api() {
    add(
        "api-5xx",
        "One request in twenty to the API fails: look for level ERROR in the log group of api.",
        Metric.ofApi(config, "5XXError", "Average"),
        0.05,
        new Evaluation(60, 3, 3));
    add(
        "api-latency",
        "One request in ten to the API takes 2.5 seconds or longer.",
        Metric.ofApi(config, "Latency", "p90"),
        2500,
        new Evaluation(60, 5, 5));
  }

  private void userCopies() {
    add(
        "user-copy-deferred",
        "The users table refused a row, which is now in the queue and will be retried.",
        Metric.ofFunctions("UserCopyDeferred"),
        1,
        Evaluation.ONE_PERIOD);
    add(
        "user-copy-lost",
        "The users table and the queue refused a row: only Cognito has this user until it is"
            + " written.",
        Metric.ofFunctions("UserCopyLost"),
        1,
        Evaluation.ONE_PERIOD);
    if (!config.reconcileSchedule().isEmpty()) {
      add(
          "users-not-copied",
          "Reconcile could not write a missing row: the users table refused it.",
          Metric.ofFunctions("UsersNotCopied"),
          1,
          Evaluation.ONE_PERIOD);
    }
  }

  private void deferredUsers() {
    add(
        "deferred-users-waiting",
        "A row has been in the queue for 15 minutes: the users table still refuses it.",
        Metric.ofQueue(config, DeferredUsersQueue.NAME, "ApproximateAgeOfOldestMessage"),
        FIFTEEN_MINUTES,
        Evaluation.ONE_PERIOD);
    add(
        "deferred-users-dead-letters",
        "A row failed five times and is in the dead-letter queue: see docs/flows.md, Deferred"
            + " users.",
        Metric.ofQueue(
            config,
            DeferredUsersQueue.DEAD_LETTER_QUEUE_NAME,
            "ApproximateNumberOfMessagesVisible"),
        1,
        Evaluation.ONE_PERIOD);
  }

  private void add(
      String name, String description, Metric metric, double threshold, Evaluation evaluation) {
    alarms.add(parent, Alarm.of(name, description, metric, threshold, evaluation));
  }
}
