package dev.gatehouse.local.apigateway.responses;

import static dev.gatehouse.local.apigateway.authorizer.SignedTokens.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import dev.gatehouse.local.apigateway.ApiGateway;
import dev.gatehouse.local.apigateway.ApiPlan;
import dev.gatehouse.local.apigateway.authorizer.SignedTokens;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.lambda.invoke.InvocationResult;
import dev.gatehouse.local.lambda.invoke.LambdaInvoker;
import dev.gatehouse.local.plan.PlanInvalid;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayResponsesTest {
  private static final String PROBLEM =
      """
      {"responseType": "%s", "restApiId": "api1234567"%s,
       "responseTemplates": {"application/json": "{\\"code\\":\\"$context.error.responseType\\",\
      \\"detail\\":$context.error.messageString,\\"instance\\":\\"${context.requestId}\\"}"},
       "responseParameters": {
         "gatewayresponse.header.Content-Type": "'application/problem+json'",
         "gatewayresponse.header.Access-Control-Allow-Origin": "method.request.header.Origin",
         "gatewayresponse.header.X-Request": "context.requestId"}}
      """;

  /** An invoker with one result for every call. */
  private record FixedResult(InvocationResult result) implements LambdaInvoker {
    @Override
    public InvocationResult invoke(
        String functionArn, String principal, String sourceArn, String event, Duration timeout) {
      return result;
    }
  }

  private final ApiPlan plan = ApiPlan.declared();
  private InvocationResult result = new InvocationResult.Succeeded("{\"statusCode\": 200}");

  private void declare(String type, String status) {
    plan.plus("response:Response", type, PROBLEM.formatted(type, status));
  }

  private Response handle(String method, String path, String body) {
    ApiGateway gateway =
        ApiGateway.of(
            plan.plan(),
            new FixedResult(result),
            pool -> new SignedTokens("key-1").publicKeys(),
            Clock.fixed(NOW, ZoneOffset.UTC));
    return gateway.handle(
        new Request(
            method,
            path,
            Map.of(),
            Map.of("Origin", List.of("https://app.example.com")),
            "127.0.0.1",
            body.getBytes(UTF_8)));
  }

  @Test
  void responseOfThePlanIsSent() {
    declare("UNAUTHORIZED", "");
    Response response = handle("GET", "/user/profile", "");

    assertThat(response.status()).isEqualTo(401);
    String requestId = response.headers().getOrDefault("x-amzn-RequestId", List.of("")).getFirst();
    assertThat(JsonParser.parseString(response.text()))
        .isEqualTo(
            JsonParser.parseString(
                "{\"code\":\"UNAUTHORIZED\",\"detail\":\"Unauthorized\",\"instance\":\"%s\"}"
                    .formatted(requestId)));
    assertThat(response.headers())
        .containsEntry("Content-Type", List.of("application/problem+json"))
        .containsEntry("Access-Control-Allow-Origin", List.of("https://app.example.com"))
        .containsEntry("X-Request", List.of(requestId))
        .containsEntry("x-amzn-ErrorType", List.of("UnauthorizedException"));
  }

  @Test
  void defaultAppliesToTypesWithoutResponse() {
    declare("DEFAULT_4XX", "");
    Response response = handle("GET", "/user/profile", "");

    assertThat(response.status()).isEqualTo(401);
    assertThat(response.text()).contains("\"UNAUTHORIZED\"");
  }

  @Test
  void statusOfTheDefaultAppliesToItsTypes() {
    declare("DEFAULT_4XX", ", \"statusCode\": \"400\"");
    declare("UNAUTHORIZED", "");

    assertThat(handle("GET", "/user/profile", "").status()).isEqualTo(400);
  }

  @Test
  void ownStatusTakesPrecedence() {
    declare("INTEGRATION_TIMEOUT", ", \"statusCode\": \"503\"");
    result = new InvocationResult.TimedOut();

    assertThat(handle("POST", "/user", "{}").status()).isEqualTo(503);
  }

  @Test
  void failedFunctionHasTheDefaultOf5xx() {
    declare("DEFAULT_5XX", "");
    result = new InvocationResult.Failed("boom", "{}");
    Response response = handle("POST", "/user", "{}");

    assertThat(response.status()).isEqualTo(502);
    assertThat(response.text()).contains("\"detail\":\"Internal server error\"");
  }

  @Test
  void eventOverLambdasLimitIsTooLarge() {
    declare("REQUEST_TOO_LARGE", "");
    Response response = handle("POST", "/user", "x".repeat(6 * 1024 * 1024));

    assertThat(response.status()).isEqualTo(413);
    assertThat(response.text()).contains("\"detail\":\"Request Too Long\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#set($x = 1)",
        "$input.body",
        "$util.escapeJavaScript($context.error.message)",
        "$context.error.stack",
        "$stageVariables.x"
      })
  void templateWithOtherExpressionsIsRefused(String template) {
    plan.plus(
        "response:Response",
        "fancy",
        "{\"responseType\": \"DEFAULT_4XX\", \"responseTemplates\": {\"application/json\": \"%s\"}}"
            .formatted(template));

    assertThatThrownBy(() -> handle("GET", "/", ""))
        .isInstanceOf(PlanInvalid.class)
        .hasMessageContaining("\"fancy\" uses ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"responseType\": \"TEAPOT\"} | has a responseType that AWS does not have",
        "{\"responseType\": \"DEFAULT_4XX\", \"somethingNew\": true} | sets somethingNew",
        "{\"responseType\": \"DEFAULT_4XX\", \"responseParameters\": {\"header.X\": \"'x'\"}} |"
            + " maps header.X, which does not start with gatewayresponse.header.",
        "{\"responseType\": \"DEFAULT_4XX\", \"responseParameters\":"
            + " {\"gatewayresponse.header.X\": \"x\"}} | maps a header from x"
      })
  void unsupportedResponseIsRefused(String inputs, String sentence) {
    plan.plus("response:Response", "odd", inputs);

    assertThatThrownBy(() -> handle("GET", "/", ""))
        .isInstanceOf(PlanInvalid.class)
        .hasMessageContaining(sentence);
  }

  private void preflight(String declaredHeader) {
    String place = "\"resourceId\": \"user\", \"httpMethod\": \"OPTIONS\"";
    plan.plus("method:Method", "preflight", "{%s, \"authorization\": \"NONE\"}".formatted(place));
    plan.plus(
        "integration:Integration",
        "preflight",
        "{%s, \"type\": \"MOCK\", \"requestTemplates\": {\"application/json\": \"{\\\"statusCode\\\": 204}\"}}"
            .formatted(place));
    plan.plus(
        "methodResponse:MethodResponse",
        "preflight",
        "{%s, \"statusCode\": \"204\", \"responseParameters\": {\"method.response.header.%s\": true}}"
            .formatted(place, declaredHeader));
    plan.plus(
        "integrationResponse:IntegrationResponse",
        "preflight",
        ("{%s, \"statusCode\": \"204\", \"responseParameters\":"
                + " {\"method.response.header.Access-Control-Allow-Origin\": \"'*'\"}}")
            .formatted(place));
  }

  @Test
  void mockRespondsWithoutAFunction() {
    preflight("Access-Control-Allow-Origin");
    result = new InvocationResult.TimedOut();
    Response response = handle("OPTIONS", "/user", "");

    assertThat(response.status()).isEqualTo(204);
    assertThat(response.headers()).containsEntry("Access-Control-Allow-Origin", List.of("*"));
  }

  @Test
  void undeclaredHeaderIsRefused() {
    preflight("Access-Control-Max-Age");

    assertThatThrownBy(() -> handle("OPTIONS", "/user", ""))
        .isInstanceOf(PlanInvalid.class)
        .hasMessageContaining("does not declare the header Access-Control-Allow-Origin");
  }

  @Test
  void unsupportedInputOfTheStageIsRefused() {
    plan.with(
        "stage:Stage", "api", "{\"stageName\": \"prod\", \"cacheClusterEnabled\": true}", "{}");

    assertThatThrownBy(() -> handle("GET", "/", ""))
        .isInstanceOf(PlanInvalid.class)
        .hasMessageContaining("sets cacheClusterEnabled");
  }
}
