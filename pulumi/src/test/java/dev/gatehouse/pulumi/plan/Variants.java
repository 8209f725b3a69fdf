package dev.gatehouse.pulumi.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Are other plans of the same program, each recorded once for all tests. */
public final class Variants {
  private static final Map<String, Recorded> RECORDED = new ConcurrentHashMap<>();

  /** Everything that can be had, far from us-east-1. */
  private static final List<String> FULL =
      List.of(
          "aws:region=eu-west-1",
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
          "gatehouse:reconcileSchedule=cron(0 3 * * ? *)");

  /** As little as can be had. */
  private static final List<String> BARE =
      List.of(
          "gatehouse:customDomain=false",
          "gatehouse:domainName=",
          "gatehouse:accessLogs=false",
          "gatehouse:manageApiGatewayAccount=false",
          "gatehouse:sesIdentityPolicy=false",
          "gatehouse:reconcileSchedule=",
          "gatehouse:protectData=false");

  private Variants() {}

  public static Recorded full() {
    return RECORDED.computeIfAbsent("full", it -> Recorded.of(with(FULL)));
  }

  public static StackSettings fullSettings() {
    return with(FULL);
  }

  public static Recorded bare() {
    return RECORDED.computeIfAbsent("bare", it -> Recorded.of(with(BARE)));
  }

  /** The plan that the build writes to target/plans under this name. */
  public static Recorded variant(String name) {
    return RECORDED.computeIfAbsent(name, it -> Recorded.of(settings(it)));
  }

  public static StackSettings settings(String name) {
    return Recorded.LOCAL.laidUnder(Path.of("variants", name + ".yaml"));
  }

  private static StackSettings with(List<String> changes) {
    StackSettings settings = Recorded.LOCAL;
    for (String change : changes) {
      int equals = change.indexOf('=');
      settings = settings.with(change.substring(0, equals), change.substring(equals + 1));
    }
    return settings;
  }
}
