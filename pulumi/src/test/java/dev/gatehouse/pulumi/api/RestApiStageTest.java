package dev.gatehouse.pulumi.api;

import static dev.gatehouse.pulumi.plan.PlanVariants.bare;
import static dev.gatehouse.pulumi.plan.PlanVariants.full;
import static dev.gatehouse.pulumi.plan.RecordedPlan.PLAN;
import static dev.gatehouse.pulumi.plan.RecordedPlan.input;
import static dev.gatehouse.pulumi.plan.RecordedPlan.inputs;
import static dev.gatehouse.pulumi.plan.RecordedPlan.output;
import static dev.gatehouse.pulumi.plan.RecordedPlan.text;
import static dev.gatehouse.pulumi.plan.RecordedPlan.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.pulumi.plan.RecordedPlan;
import org.junit.jupiter.api.Test;

/** Limits and access log of the stage. */
final class RestApiStageTest {
  private static final String STAGE = "aws:apigateway/stage:Stage";
  private static final String SETTINGS = "aws:apigateway/methodSettings:MethodSettings";
  private static final String ACCOUNT = "aws:apigateway/account:Account";
  private static final String METRIC_FILTER = "aws:cloudwatch/logMetricFilter:LogMetricFilter";

  @Test
  void stageIsThrottledAndLogsNoBodies() {
    JsonObject settings = inputs(PLAN.only(SETTINGS));

    assertThat(text(settings, "methodPath")).isEqualTo("*/*");
    assertThat(settings.getAsJsonObject("settings").toString())
        .isEqualTo(
            "{\"dataTraceEnabled\":false,\"loggingLevel\":\"OFF\",\"metricsEnabled\":false,"
                + "\"throttlingBurstLimit\":40,\"throttlingRateLimit\":20}");
  }

  @Test
  void routeMayHaveALimitOfItsOwn() {
    JsonObject signUp = inputs(full().named(SETTINGS, "api-user-post"));
    JsonObject others = inputs(full().named(SETTINGS, "api-user-proxy-post"));

    assertThat(text(signUp, "methodPath")).isEqualTo("user/POST");
    assertThat(signUp.getAsJsonObject("settings").get("throttlingRateLimit").getAsInt())
        .isEqualTo(5);
    assertThat(signUp.getAsJsonObject("settings").get("metricsEnabled").getAsBoolean()).isFalse();
    assertThat(text(others, "methodPath")).isEqualTo("user/{proxy+}/POST");
    assertThat(others.getAsJsonObject("settings").get("throttlingBurstLimit").getAsInt())
        .isEqualTo(4);
  }

  @Test
  void accessLogDoesNotIdentifyTheCaller() {
    JsonObject logs = inputs(PLAN.only(STAGE)).getAsJsonObject("accessLogSettings");
    JsonObject line = JsonParser.parseString(text(logs, "format")).getAsJsonObject();

    assertThat(text(logs, "destinationArn"))
        .endsWith(":log-group:/aws/apigateway/gatehouse-local-api");
    assertThat(line.asMap().values())
        .extracting(it -> it.getAsString())
        .containsExactly(
            "$context.requestId",
            "$context.httpMethod $context.resourcePath",
            "$context.status",
            "$context.responseLatency",
            "$context.error.responseType",
            "$context.integration.status",
            "gatehouse-local");
  }

  @Test
  void accessLogHasAddressesOnlyByTheSetting() {
    RecordedPlan plan =
        RecordedPlan.of(RecordedPlan.LOCAL.with("gatehouse:accessLogAddresses", "true"));

    assertThat(text(inputs(plan.only(STAGE)).getAsJsonObject("accessLogSettings"), "format"))
        .contains("\"sourceIp\":\"$context.identity.sourceIp\"");
  }

  @Test
  void throttledRequestsAreCountedByTheStack() {
    JsonObject filter = inputs(PLAN.named(METRIC_FILTER, "api-throttled"));

    assertThat(text(filter, "pattern")).isEqualTo("{ $.status = \"429\" }");
    assertThat(filter.getAsJsonObject("metricTransformation").toString())
        .contains("\"name\":\"RequestsThrottled\"", "{\"stack\":\"$.stack\"}");
    assertThat(bare().ofType(METRIC_FILTER))
        .noneMatch(it -> text(it, "name").equals("api-throttled"));
  }

  /** Two methods create users: /user and what is below it; each has the limit for itself. */
  @Test
  void signUpAndConfirmationTogetherStayBelowCognitosQuota() {
    int rate =
        inputs(PLAN.only(SETTINGS))
            .getAsJsonObject("settings")
            .get("throttlingRateLimit")
            .getAsInt();

    assertThat(2 * rate).isLessThan(50);
  }

  @Test
  void stageDependsOnTheRoleForItsLog() {
    JsonObject account = PLAN.only(ACCOUNT);

    assertThat(texts(PLAN.only(STAGE), "dependencies")).contains(text(account, "urn"));
    assertThat(input(account, "cloudwatchRoleArn"))
        .isEqualTo(output(PLAN.named("aws:iam/role:Role", "api-gateway-logs"), "arn"));
    assertThat(input(PLAN.only("aws:iam/rolePolicyAttachment:RolePolicyAttachment"), "policyArn"))
        .endsWith("/AmazonAPIGatewayPushToCloudWatchLogs");
  }

  @Test
  void stageWithoutLogsNeedsNoRole() {
    assertThat(inputs(bare().only(STAGE)).has("accessLogSettings")).isFalse();
    assertThat(bare().ofType(ACCOUNT)).isEmpty();
    assertThat(bare().text()).doesNotContain("api-gateway-logs", "api-access-logs");
  }

  @Test
  void executeApiUrlIsDisabledWithACustomDomain() {
    assertThat(isExecuteApiUrlDisabled(PLAN.only("aws:apigateway/restApi:RestApi"))).isTrue();
    assertThat(isExecuteApiUrlDisabled(bare().only("aws:apigateway/restApi:RestApi"))).isFalse();
  }

  @Test
  void functionHasTheCorsOrigins() {
    assertThat(text(full().variables("api"), "CORS_ORIGINS"))
        .isEqualTo("https://www.gatehouse.test");
    assertThat(PLAN.variables("api").has("CORS_ORIGINS")).isFalse();
  }

  private static boolean isExecuteApiUrlDisabled(JsonObject api) {
    return inputs(api).get("disableExecuteApiEndpoint").getAsBoolean();
  }
}
