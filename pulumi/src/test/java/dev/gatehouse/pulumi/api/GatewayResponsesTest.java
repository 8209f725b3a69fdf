package dev.gatehouse.pulumi.api;

import static dev.gatehouse.pulumi.plan.PlanVariants.full;
import static dev.gatehouse.pulumi.plan.RecordedPlan.PLAN;
import static dev.gatehouse.pulumi.plan.RecordedPlan.input;
import static dev.gatehouse.pulumi.plan.RecordedPlan.inputs;
import static dev.gatehouse.pulumi.plan.RecordedPlan.text;
import static dev.gatehouse.pulumi.plan.RecordedPlan.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class GatewayResponsesTest {
  private static final String RESPONSE = "aws:apigateway/response:Response";

  private static final Pattern PROBLEM =
      Pattern.compile("([A-Z_]+)\\(\\s*(\\d{3}),\\s*\"([^\"]+)\"");

  @ParameterizedTest
  @CsvSource({
    "unauthorized,                 UNAUTHORIZED,                 401, TOKEN_INVALID",
    "expired-token,                EXPIRED_TOKEN,                401, TOKEN_INVALID",
    "access-denied,                ACCESS_DENIED,                403, FORBIDDEN",
    "waf-filtered,                 WAF_FILTERED,                 403, FORBIDDEN",
    "missing-authentication-token, MISSING_AUTHENTICATION_TOKEN, 404, UNKNOWN_ROUTE",
    "resource-not-found,           RESOURCE_NOT_FOUND,           404, UNKNOWN_ROUTE",
    "request-too-large,            REQUEST_TOO_LARGE,            413, BODY_TOO_LARGE",
    "throttled,                    THROTTLED,                    429, TOO_MANY_REQUESTS",
    "integration-failure,          INTEGRATION_FAILURE,          503, SERVICE_UNAVAILABLE",
    "integration-timeout,          INTEGRATION_TIMEOUT,          504, TIMED_OUT",
    "default-4xx,                  DEFAULT_4XX,                  400, BAD_REQUEST",
    "default-5xx,                  DEFAULT_5XX,                  500, INTERNAL_ERROR"
  })
  void responseOfApiGatewayIsAProblemDocument(
      String name, String type, String status, String code) {
    JsonObject response = PLAN.named(RESPONSE, "response-" + name);
    JsonObject templates = inputs(response).getAsJsonObject("responseTemplates");
    JsonObject body = JsonParser.parseString(text(templates, "application/json")).getAsJsonObject();

    assertThat(input(response, "responseType")).isEqualTo(type);
    assertThat(input(response, "statusCode")).isEqualTo(status);
    assertThat(body.keySet()).containsExactly("type", "title", "status", "detail", "code");
    assertThat(body.get("status").getAsInt()).isEqualTo(Integer.parseInt(status));
    assertThat(text(body, "code")).isEqualTo(code);
    assertThat(text(body, "type")).matches("urn:gatehouse:problem:[a-z-]+");
    assertThat(text(headers(response), "gatewayresponse.header.Content-Type"))
        .isEqualTo("'application/problem+json'");
  }

  @ParameterizedTest
  @EnumSource
  void codeHasTheStatusAndTitleOfTheApi(GatewayResponseType problem) throws IOException {
    Map<String, String> titles = new TreeMap<>();
    String source =
        Files.readString(Path.of("../api/src/main/java/dev/gatehouse/api/http/Problem.java"));
    PROBLEM
        .matcher(source)
        .results()
        .forEach(it -> titles.put(it.group(1), it.group(2) + " " + it.group(3)));

    assertThat(titles)
        .hasSizeGreaterThan(20)
        .containsEntry(problem.code(), problem.status() + " " + problem.title());
  }

  @Test
  void throttledResponseHasRetryAfter() {
    assertThat(
            text(
                headers(PLAN.named(RESPONSE, "response-throttled")),
                "gatewayresponse.header.Retry-After"))
        .isEqualTo("'5'");
  }

  /** The authorizer reads a token's signature, time and scope, and asks nobody about it. */
  @Test
  void noResponseSaysThatATokenWasRevoked() {
    assertThat(PLAN.ofType(RESPONSE))
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it.toString()).doesNotContainIgnoringCase("revoke"));
  }

  @Test
  void responsesAllowTheConfiguredOrigin() {
    String origin = "gatewayresponse.header.Access-Control-Allow-Origin";

    assertThat(full().ofType(RESPONSE))
        .allSatisfy(
            it -> assertThat(text(headers(it), origin)).isEqualTo("'https://www.gatehouse.test'"));
    assertThat(PLAN.ofType(RESPONSE)).noneMatch(it -> headers(it).has(origin));
  }

  @Test
  void originAmongSeveralIsTheOneOfTheRequest() {
    String echo = "method.request.header.Origin";

    assertThat(GatewayResponses.origin(List.of("*"))).isEqualTo("'*'");
    assertThat(GatewayResponses.origin(List.of("http://localhost:*"))).isEqualTo(echo);
    assertThat(GatewayResponses.origin(List.of("https://a.example", "https://b.example")))
        .isEqualTo(echo);
  }

  @Test
  void deploymentDependsOnTheResponses() {
    assertThat(texts(PLAN.only("aws:apigateway/deployment:Deployment"), "dependencies"))
        .containsAll(PLAN.ofType(RESPONSE).stream().map(it -> text(it, "urn")).toList());
  }

  private static JsonObject headers(JsonObject response) {
    return inputs(response).getAsJsonObject("responseParameters");
  }
}
