package dev.gatehouse.pulumi.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Plans of the program with other settings, each recorded once for all tests. */
public final class PlanVariants {
  private static final Map<String, RecordedPlan> RECORDED = new ConcurrentHashMap<>();

  /** Every optional resource, in another region than us-east-1. */
  private static final List<String> FULL =
      List.of(
          "aws:region=eu-west-1",
          "aws:profile=ops",
          "aws:defaultTags={\"tags\":{\"team\":\"sign-up\"}}",
          "aws:allowedAccountIds=[\"000000000000\"]",
          "aws:skipMetadataApiCheck=true",
          "aws:maxRetries=7",
          "aws:endpoints=[{\"acm\":\"http://localhost:4566\"}]",
          "gatehouse:endpointType=EDGE",
          "gatehouse:emailAddressArn=",
          "gatehouse:sesDomain=gatehouse.test",
          "gatehouse:mailEventsTopicArn=arn:aws:sns:eu-west-1:000000000000:mail",
          "gatehouse:replyTo=help@gatehouse.test",
          "gatehouse:hostedDomain=auth.gatehouse.test",
          "gatehouse:callbackUrls=[\"https://www.gatehouse.test/in\"]",
          "gatehouse:writableEmail=true",
          "gatehouse:functionMemory={\"api\":2048}",
          "gatehouse:reservedConcurrency={\"api\":50}",
          "gatehouse:routeThrottling={\"POST /user\":\"5/10\",\"POST /user/{proxy+}\":\"2/4\"}",
          "gatehouse:corsOrigins=[\"https://www.gatehouse.test\"]",
          "gatehouse:waf=true",
          "gatehouse:wafLogs=true",
          "gatehouse:userPoolWaf=true",
          "gatehouse:permissionsBoundaryArn=arn:aws:iam::000000000000:policy/boundary",
          "gatehouse:dataKeyArn=arn:aws:kms:eu-west-1:000000000000:key/1234abcd-12ab-34cd-56ef-1234567890ab",
          "gatehouse:monthlyBudget=500",
          "gatehouse:canaryPassword=Correct-horse-9",
          "gatehouse:reconcileSchedule=cron(0 3 * * ? *)",
          "gatehouse:reconcileDifferences=repair");

  /** No optional resource. */
  private static final List<String> BARE =
      List.of(
          "gatehouse:customDomain=false",
          "gatehouse:domainName=",
          "gatehouse:accessLogs=false",
          "gatehouse:manageApiGatewayAccount=false",
          "gatehouse:sesIdentityPolicy=false",
          "gatehouse:reconcileSchedule=",
          "gatehouse:protectData=false");

  private PlanVariants() {}

  /** Returns the plan with every optional resource. */
  public static RecordedPlan full() {
    return RECORDED.computeIfAbsent("full", it -> RecordedPlan.of(with(FULL)));
  }

  /** Returns the settings of {@link #full}. */
  public static StackSettings fullSettings() {
    return with(FULL);
  }

  /** Returns the plan without optional resources. */
  public static RecordedPlan bare() {
    return RECORDED.computeIfAbsent("bare", it -> RecordedPlan.of(with(BARE)));
  }

  /** Returns the plan of a file in {@code variants}, recorded with the tests' stack. */
  public static RecordedPlan variant(String name) {
    return RECORDED.computeIfAbsent(
        name, it -> RecordedPlan.builtOr("plans/" + it + ".json", settings(it)));
  }

  /** Returns the settings of a file in {@code variants}. */
  public static StackSettings settings(String name) {
    return RecordedPlan.LOCAL.overriddenBy(Path.of("variants", name + ".yaml"));
  }

  private static StackSettings with(List<String> changes) {
    StackSettings settings = RecordedPlan.LOCAL;
    for (String change : changes) {
      int equals = change.indexOf('=');
      settings = settings.with(change.substring(0, equals), change.substring(equals + 1));
    }
    return settings;
  }
}
