package dev.gatehouse.pulumi.alarms;

import java.util.OptionalDouble;
import java.util.Set;

/**
 * The metrics of an ordinary day of five million users: 20,000 sign-ups, of which some fail, and
 * two million requests. Nothing at this size is ever zero but what loses data.
 */
final class OrdinaryDay implements MetricValues {
  static final double SIGN_UPS = 20_000;
  private static final double CANARY_CALLS = 289;
  private static final double CREATED = SIGN_UPS * 0.8;
  private static final double SIGN_INS = 200_000;
  private static final double REQUESTS = 2_000_000;

  /** A share that is far from an alarm's, and not zero. */
  private static final double RARE = 0.001;

  private static final Set<String> IN_BACKGROUND =
      Set.of("canary", "reconcile", "deferred-users", "pool-export", "profile-picture");

  @Override
  public OptionalDouble value(AlarmedMetric metric, int minute) {
    double value =
        switch (metric.namespace()) {
          case "AWS/Lambda" -> lambda(metric);
          case "AWS/ApiGateway" -> api(metric);
          case "AWS/WAFV2" ->
              metric.perPeriod(
                  metric.name().equals("AllowedRequests") ? REQUESTS : REQUESTS * RARE);
          // ACM renews 60 days before the end, and may need some days.
          case "AWS/CertificateManager" -> 50;
          case "AWS/Cognito" -> cognito(metric);
          case "AWS/SES" -> mail(metric);
          case "AWS/SQS" -> metric.name().equals("ApproximateAgeOfOldestMessage") ? 130 : 0;
          case "AWS/Events" ->
              metric.dimension("RuleName").equals("mail-suppressed")
                  ? metric.perPeriod(SIGN_UPS * 2 * RARE)
                  : 0;
          case "Gatehouse" -> gatehouse(metric);
          default -> platform(metric);
        };
    return value == 0 && metric.namespace().equals("Gatehouse")
        ? OptionalDouble.empty()
        : OptionalDouble.of(value);
  }

  private static double api(AlarmedMetric metric) {
    return switch (metric.name()) {
      case "Latency" -> 1200;
      case "Count" -> metric.perPeriod(REQUESTS);
      default -> 0.01;
    };
  }

  /** A fifth of the sign-ups is refused, a quarter of the others is not confirmed. */
  private static double cognito(AlarmedMetric metric) {
    double requests =
        switch (metric.name()) {
          case "SignUpSuccesses" -> metric.stat().equals("Sum") ? CREATED : SIGN_UPS;
          case "SignUpThrottles" -> SIGN_UPS * RARE;
          case "SignInSuccesses" -> SIGN_INS;
          case "SignInThrottles" -> SIGN_INS * RARE;
          case "TokenRefreshSuccesses" -> REQUESTS;
          case "TokenRefreshThrottles" -> REQUESTS * RARE;
          default -> throw new AssertionError("No ordinary value of " + metric);
        };
    return metric.perPeriod(requests);
  }

  /** A metric filter of a function's log, whose namespace names the function. */
  private static double platform(AlarmedMetric metric) {
    if (metric.namespace().startsWith("Gatehouse/") && metric.name().equals("RestoreDuration")) {
      return 700;
    }
    throw new AssertionError("No ordinary value of " + metric);
  }

  private static double lambda(AlarmedMetric metric) {
    boolean background = IN_BACKGROUND.contains(metric.dimension("FunctionName"));
    double calls =
        metric.perPeriod(
            switch (metric.dimension("FunctionName")) {
              case "api" -> REQUESTS;
              case "canary" -> CANARY_CALLS;
              case "post-confirmation" -> CREATED * 0.75;
              default -> SIGN_UPS;
            });
    return switch (metric.name()) {
      case "Invocations" -> calls;
      // A refusal is an error to Lambda, but no error of ours.
      case "Errors" -> background ? 0 : calls * RARE + refusals(metric);
      case "Throttles" -> background ? 0 : calls * RARE;
      case "Duration" -> 900;
      case "AsyncEventAge" -> 4000;
      case "AsyncEventsDropped" -> 0;
      default -> throw new AssertionError("No ordinary value of " + metric);
    };
  }

  private static double refusals(AlarmedMetric metric) {
    return switch (metric.dimension("FunctionName")) {
      case "pre-sign-up" -> metric.perPeriod(SIGN_UPS * 0.2);
      case "custom-message" -> metric.perPeriod(SIGN_UPS * 0.01);
      default -> 0;
    };
  }

  private static double mail(AlarmedMetric metric) {
    return switch (metric.name()) {
      case "Send" -> metric.perPeriod(SIGN_UPS * 2);
      case "Reputation.BounceRate" -> 0.015;
      case "Reputation.ComplaintRate" -> 0.0002;
      default -> throw new AssertionError("No ordinary value of " + metric);
    };
  }

  private static double gatehouse(AlarmedMetric metric) {
    return switch (metric.name()) {
      case "SignUpsRefused" ->
          metric.dimension("code").equals("INTERNAL") ? 0 : metric.perPeriod(SIGN_UPS * 0.2);
      case "AddressChangesRefused" -> metric.perPeriod(SIGN_UPS * 0.01);
      case "UsersCopied", "MailsSent" -> metric.perPeriod(SIGN_UPS);
      case "UserCopyDeferred" -> metric.perPeriod(SIGN_UPS * RARE);
      // What the second attempt cures is counted too: SES's rate is exceeded for moments.
      case "MailsNotSent" ->
          metric.dimension("code").equals("KEY_DISABLED") ? 0 : metric.perPeriod(SIGN_UPS * 0.05);
      case "RequestsThrottled" -> metric.perPeriod(REQUESTS * RARE);
      case "UserCopyLost", "UsersNotCopied" -> 0;
      // At five million users, the next pass begins soon after the last one has ended.
      // Twenty rows a day are tried again, after 30 seconds.
      case "DeferredUserAge" -> 35;
      case "ReconcilePassAge" -> 24 * 60;
      // A day until the next one is due, and four hours until it is complete.
      case "PoolExportAge" -> 28 * 60;
      default -> throw new AssertionError("No ordinary value of " + metric);
    };
  }
}
