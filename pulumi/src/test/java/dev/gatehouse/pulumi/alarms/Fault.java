package dev.gatehouse.pulumi.alarms;

import java.util.Comparator;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What a fault does to one metric for an hour at noon; the rest of the day is ordinary. Each is
 * just beyond the threshold that README.md gives its alarm, so that a higher one would stay quiet.
 *
 * @param metric the name of the metric that changes
 * @param stat the statistic that changes, blank for each
 * @param share whether the value is a share of the function's calls, or of the sign-ups
 */
record Fault(String metric, String stat, double value, boolean share) {
  private static final int NOON = 12 * 60;
  private static final int LASTS_MINUTES = 60;
  private static final Fault ONE_ERROR = new Fault("Errors", 1, false);
  private static final Fault ONE_THROTTLE = new Fault("Throttles", 1, false);

  /** The faults by the end of the names of their alarms. */
  private static final Map<String, Fault> BY_ALARM =
      new TreeMap<>(
          Map.ofEntries(
              // A little over one call in a hundred fails, or is throttled.
              Map.entry("-errors", new Fault("Errors", 0.012, true)),
              Map.entry("-throttles", new Fault("Throttles", 0.012, true)),
              Map.entry("-duration", new Fault("Duration", 895_000, false)),
              Map.entry("-events-dropped", new Fault("AsyncEventsDropped", 1, false)),
              Map.entry("-events-waiting", new Fault("AsyncEventAge", 310_000, false)),
              Map.entry("sign-ups-failing", new Fault("SignUpsRefused", 0.012, true)),
              Map.entry("sign-ups-throttled", new Fault("SignUpThrottles", 0.012, true)),
              // Ten times as many sign-ins as sign-ups, and a hundred times as many refreshes.
              Map.entry("sign-ins-throttled", new Fault("SignInThrottles", 0.12, true)),
              Map.entry("token-refreshes-throttled", new Fault("TokenRefreshThrottles", 1.2, true)),
              // Cognito refuses more than half of 69; bots sign up three times as often as people.
              Map.entry("sign-up-success-low", new Fault("SignUpSuccesses", "Sum", 33, false)),
              Map.entry("sign-ups-unconfirmed", new Fault("SignUpSuccesses", "Sum", 2.5, true)),
              Map.entry("-cognito-timeout", new Fault("RestoreDuration", 4200, false)),
              Map.entry("-certificate-expires", new Fault("DaysToExpiry", 29, false)),
              Map.entry("api-5xx", new Fault("5XXError", 0.06, false)),
              Map.entry("api-throttled", new Fault("RequestsThrottled", 380, false)),
              Map.entry("-requests-blocked", new Fault("BlockedRequests", 400, false)),
              Map.entry("api-latency", new Fault("Latency", 2600, false)),
              Map.entry("user-copy-deferred", new Fault("UserCopyDeferred", 0.012, true)),
              Map.entry("user-copy-lost", new Fault("UserCopyLost", 1, false)),
              Map.entry("reconcile-overdue", new Fault("ReconcilePassAge", 3000, false)),
              Map.entry("-not-started", new Fault("Invocations", 0, false)),
              Map.entry("pool-export-overdue", new Fault("PoolExportAge", 3000, false)),
              // One call of a function that nobody waits for.
              Map.entry("canary-errors", ONE_ERROR),
              Map.entry("canary-throttles", ONE_THROTTLE),
              Map.entry("deferred-users-errors", ONE_ERROR),
              Map.entry("deferred-users-throttles", ONE_THROTTLE),
              Map.entry("pool-export-errors", ONE_ERROR),
              Map.entry("pool-export-throttles", ONE_THROTTLE),
              Map.entry("profile-picture-errors", ONE_ERROR),
              Map.entry("profile-picture-throttles", ONE_THROTTLE),
              Map.entry("reconcile-errors", ONE_ERROR),
              Map.entry("reconcile-throttles", ONE_THROTTLE),
              Map.entry("canary-failing", new Fault("Errors", 1, false)),
              Map.entry("users-not-copied", new Fault("UsersNotCopied", 1, false)),
              Map.entry("deferred-users-waiting", new Fault("DeferredUserAge", 960, false)),
              Map.entry(
                  "deferred-users-not-received",
                  new Fault("ApproximateAgeOfOldestMessage", 960, false)),
              Map.entry("-refused", new Fault("ApproximateNumberOfMessagesVisible", 1, false)),
              Map.entry("-dead-letters", new Fault("ApproximateNumberOfMessagesVisible", 1, false)),
              Map.entry("mails-not-sent", new Fault("MailsNotSent", 0.08, true)),
              Map.entry("mail-bounces", new Fault("Reputation.BounceRate", 0.026, false)),
              Map.entry("mail-complaints", new Fault("Reputation.ComplaintRate", 0.0006, false)),
              Map.entry("mail-paused", new Fault("MatchedEvents", 1, false)),
              Map.entry("codes-key-disabled", new Fault("MailsNotSent", 1, false)),
              Map.entry("mail-suppressed", new Fault("MatchedEvents", 0.02, true))));

  Fault(String metric, double value, boolean share) {
    this(metric, "", value, share);
  }

  /** Returns the fault that an alarm is for. */
  static Fault of(String alarm) {
    return BY_ALARM.entrySet().stream()
        .filter(it -> alarm.endsWith(it.getKey()))
        .max(Comparator.comparingInt(it -> it.getKey().length()))
        .map(Map.Entry::getValue)
        .orElseThrow(() -> new AssertionError("Say which fault turns " + alarm + " red"));
  }

  /** Returns the day with the fault on top of it. */
  MetricValues on(MetricValues ordinary) {
    return (found, minute) ->
        changes(found) && minute >= NOON && minute < NOON + LASTS_MINUTES
            ? OptionalDouble.of(
                share
                    ? ordinary.value(found, minute).orElse(0) + value * calls(ordinary, found)
                    : value)
            : ordinary.value(found, minute);
  }

  private boolean changes(AlarmedMetric found) {
    return found.name().equals(metric) && (stat.isEmpty() || found.stat().equals(stat));
  }

  private static double calls(MetricValues ordinary, AlarmedMetric metric) {
    return metric.namespace().equals("AWS/Lambda")
        ? ordinary.value(metric.named("Invocations"), NOON).orElseThrow()
        : metric.perPeriod(OrdinaryDay.SIGN_UPS);
  }
}
