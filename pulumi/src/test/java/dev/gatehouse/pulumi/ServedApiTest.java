package dev.gatehouse.pulumi;

import static dev.gatehouse.pulumi.plan.Recorded.PLAN;
import static dev.gatehouse.pulumi.plan.Recorded.input;
import static dev.gatehouse.pulumi.plan.Recorded.inputs;
import static dev.gatehouse.pulumi.plan.Recorded.output;
import static dev.gatehouse.pulumi.plan.Recorded.text;
import static dev.gatehouse.pulumi.plan.Recorded.texts;
import static dev.gatehouse.pulumi.plan.Variants.bare;
import static dev.gatehouse.pulumi.plan.Variants.full;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;

/** What the stage lets through, stops and writes down. */
final class ServedApiTest {
  private static final String STAGE = "aws:apigateway/stage:Stage";
  private static final String SETTINGS = "aws:apigateway/methodSettings:MethodSettings";
  private static final String ACCOUNT = "aws:apigateway/account:Account";

  @Test
  void stageIsThrottledAndWritesNoBodies() {
    JsonObject settings = inputs(PLAN.only(SETTINGS));

    assertThat(text(settings, "methodPath")).isEqualTo("*/*");
    assertThat(settings.getAsJsonObject("settings").toString())
        .isEqualTo(
            "{\"dataTraceEnabled\":false,\"loggingLevel\":\"OFF\",\"metricsEnabled\":true,"
                + "\"throttlingBurstLimit\":100,\"throttlingRateLimit\":50}");
  }

  @Test
  void routeMayHaveALimitOfItsOwn() {
    JsonObject signUp = inputs(full().named(SETTINGS, "api-user-post"));
    JsonObject others = inputs(full().named(SETTINGS, "api-user-proxy-post"));

    assertThat(text(signUp, "methodPath")).isEqualTo("user/POST");
    assertThat(signUp.getAsJsonObject("settings").get("throttlingRateLimit").getAsInt())
        .isEqualTo(5);
    assertThat(signUp.getAsJsonObject("settings").get("metricsEnabled").getAsBoolean()).isTrue();
    assertThat(text(others, "methodPath")).isEqualTo("user/{proxy+}/POST");
    assertThat(others.getAsJsonObject("settings").get("throttlingBurstLimit").getAsInt())
        .isEqualTo(4);
  }

  @Test
  void accessLogTellsOfRequestsAndNotOfPeople() {
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
            "$context.integration.status");
  }

  @Test
  void stageWaitsForTheRoleThatWritesItsLog() {
    JsonObject account = PLAN.only(ACCOUNT);

    assertThat(texts(PLAN.only(STAGE), "dependencies")).contains(text(account, "urn"));
    assertThat(input(account, "cloudwatchRoleArn"))
        .isEqualTo(output(PLAN.named("aws:iam/role:Role", "api-access"), "arn"));
    assertThat(input(PLAN.only("aws:iam/rolePolicyAttachment:RolePolicyAttachment"), "policyArn"))
        .endsWith("/AmazonAPIGatewayPushToCloudWatchLogs");
  }

  @Test
  void stageWithoutLogsNeedsNoRole() {
    assertThat(inputs(bare().only(STAGE)).has("accessLogSettings")).isFalse();
    assertThat(bare().ofType(ACCOUNT)).isEmpty();
    assertThat(bare().text()).doesNotContain("api-access");
  }

  @Test
  void awsOwnAddressIsClosedWhereThereIsAnother() {
    assertThat(closed(PLAN.only("aws:apigateway/restApi:RestApi"))).isTrue();
    assertThat(closed(bare().only("aws:apigateway/restApi:RestApi"))).isFalse();
  }

  @Test
  void firewallStandsBeforeTheStage() {
    JsonObject association = full().only("aws:wafv2/webAclAssociation:WebAclAssociation");
    JsonObject rules = full().only("aws:wafv2/webAcl:WebAcl");

    assertThat(input(association, "resourceArn")).isEqualTo(output(full().only(STAGE), "arn"));
    assertThat(input(association, "webAclArn")).isEqualTo(output(rules, "arn"));
    assertThat(inputs(rules).get("rules").toString())
        .contains("\"limit\":1000", "\"aggregateKeyType\":\"IP\"", "AWSManagedRulesCommonRuleSet")
        .contains("{\"actionToUse\":{\"count\":{}},\"name\":\"SizeRestrictions_BODY\"}");
    assertThat(PLAN.ofType("aws:wafv2/webAcl:WebAcl")).isEmpty();
  }

  @Test
  void functionIsToldWhichOriginsMayCall() {
    assertThat(text(full().variables("api"), "CORS_ORIGINS"))
        .isEqualTo("https://www.gatehouse.test");
    assertThat(PLAN.variables("api").has("CORS_ORIGINS")).isFalse();
  }

  private static boolean closed(JsonObject api) {
    return inputs(api).get("disableExecuteApiEndpoint").getAsBoolean();
  }
}
