package dev.gatehouse.pulumi.monitoring;

import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import dev.gatehouse.pulumi.cognito.SignUpUserPool;
import dev.gatehouse.pulumi.functions.FunctionModule;
import dev.gatehouse.pulumi.monitoring.Alarm.Evaluation;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.function.Function;

/**
 * The alarms of Cognito's own metrics of the app client. Each request is a sample of a metric of
 * successes, 1 or 0, a throttled one too.
 */
final class CognitoAlarms {
  /** The share of sign-ups that refusals and existing addresses stay far below. */
  private static final int HALF = 50;

  /** The share of sign-ups of an hour that people do not leave unconfirmed. */
  private static final int MOST = 80;

  private final MetricAlarms alarms;
  private final Resource parent;
  private final Output<PoolMetrics> pool;

  private CognitoAlarms(MetricAlarms alarms, Resource parent, Output<PoolMetrics> pool) {
    this.alarms = alarms;
    this.parent = parent;
    this.pool = pool;
  }

  static void add(MetricAlarms alarms, StackConfig config, Resource parent, SignUpUserPool pool) {
    CognitoAlarms added =
        new CognitoAlarms(
            alarms,
            parent,
            Output.tuple(pool.id(), pool.clientId())
                .applyValue(it -> new PoolMetrics(it.t1, it.t2)));
    added.throttles();
    added.failedSignUps();
    added.unconfirmedSignUps(config);
  }

  private void throttles() {
    throttles(
        "sign-ups-throttled",
        "SignUp",
        "Cognito throttles one sign-up in a hundred or more: raise the quota of UserCreation, or"
            + " see who signs up.");
    throttles(
        "sign-ins-throttled",
        "SignIn",
        "Cognito throttles one sign-in in a hundred or more: raise the quota of"
            + " UserAuthentication, or see who signs in.");
    throttles(
        "token-refreshes-throttled",
        "TokenRefresh",
        "Cognito throttles one refresh of tokens in a hundred or more, and signs those people out:"
            + " raise the quota of UserAuthentication.");
  }

  private void throttles(String name, String operation, String description) {
    page(
        name,
        description,
        1,
        Evaluation.TWO_OF_THREE,
        metrics ->
            Measure.of(metrics.metric(operation + "Throttles", "Sum"))
                .percentOf(metrics.metric(operation + "Successes", "SampleCount")));
  }

  private void failedSignUps() {
    page(
        "sign-up-success-low",
        "Cognito completes fewer than half of the sign-ups: read the codes of refusals on the"
            + " dashboard, then the log group of pre-sign-up.",
        HALF,
        Evaluation.TWO_OF_THREE,
        metrics -> {
          Metric requests = metrics.metric("SignUpSuccesses", "SampleCount");
          return Measure.of(requests)
              .minus(metrics.metric("SignUpSuccesses", "Sum"))
              .percentOf(requests)
              .ofAtLeast(20);
        });
  }

  /** Post-confirmation also runs after a new password, which only makes the alarm slower. */
  private void unconfirmedSignUps(StackConfig config) {
    Metric confirmed =
        Metric.ofFunction(
            config, FunctionModule.POST_CONFIRMATION.functionName(), "Invocations", "Sum");
    page(
        "sign-ups-unconfirmed",
        "Four in five sign-ups of an hour, or more, are not confirmed: bots, or mails that do not"
            + " arrive.",
        MOST,
        Evaluation.ONE_HOUR,
        metrics -> {
          Metric signedUp = metrics.metric("SignUpSuccesses", "Sum");
          return Measure.of(signedUp).minus(confirmed).percentOf(signedUp).ofAtLeast(100);
        });
  }

  private void page(
      String name,
      String description,
      double threshold,
      Evaluation evaluation,
      Function<PoolMetrics, Measure> measure) {
    Measure unresolved = measure.apply(new PoolMetrics("", ""));
    alarms.add(
        parent,
        Alarm.page(name, description, unresolved, threshold, evaluation),
        pool.applyValue(measure));
  }

  /**
   * Cognito's metrics of the app client.
   *
   * @param id the id of the user pool
   */
  record PoolMetrics(String id, String clientId) {
    /** Returns a metric with a statistic. */
    Metric metric(String name, String stat) {
      return Metric.of("AWS/Cognito", name, stat).by("UserPool", id).by("UserPoolClient", clientId);
    }
  }
}
