package dev.gatehouse.local.apigateway;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKSet;
import dev.gatehouse.local.apigateway.authorizer.UserPoolTokens;
import dev.gatehouse.local.plan.PlanInvalid;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestApiReaderTest {

  private static final String URI =
      "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/f/invocations";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HTTP_PROXY | POST | https://example.com | is neither MOCK nor an AWS_PROXY integration"
            + " with a function",
        "AWS        | POST | URI                 | is neither MOCK nor an AWS_PROXY integration"
            + " with a function",
        "MOCK       | POST | URI                 | has no statusCode in its template for"
            + " application/json",
        "AWS_PROXY  | GET  | URI                 | must call Lambda by POST"
            + " (integrationHttpMethod)",
      })
  void otherIntegrationsAreRefused(String type, String method, String uri, String sentence) {
    ApiPlan plan =
        ApiPlan.declared()
            .with(
                "integration:Integration",
                "user-ANY",
                """
                {"resourceId": "user", "httpMethod": "ANY", "type": "%s", "integrationHttpMethod": "%s", "uri": "%s"}
                """
                    .formatted(type, method, uri.replace("URI", URI)),
                "{}");

    assertRefused(plan, "aws:apigateway/integration:Integration \"user-ANY\" " + sentence);
  }

  @Test
  void methodWithoutAnIntegrationIsRefused() {
    assertRefused(
        ApiPlan.declared().without("integration:Integration", "user-ANY"),
        "aws:apigateway/method:Method \"user-ANY\" has no integration");
  }

  @Test
  void otherAuthorizationsAreRefused() {
    assertRefused(
        method("\"authorization\": \"AWS_IAM\""),
        "aws:apigateway/method:Method \"user-ANY\" has an authorization other than"
            + " NONE and COGNITO_USER_POOLS");
    assertRefused(
        method("\"authorization\": \"NONE\", \"apiKeyRequired\": true"),
        "aws:apigateway/method:Method \"user-ANY\" sets apiKeyRequired, which the local"
            + " emulator does not support");
    assertRefused(
        method("\"authorization\": \"COGNITO_USER_POOLS\", \"authorizerId\": \"missing\""),
        "aws:apigateway/method:Method \"user-ANY\" has an authorizerId that the plan does not"
            + " declare");
  }

  @Test
  void otherAuthorizersAreRefused() {
    ApiPlan plan =
        ApiPlan.declared()
            .with(
                "authorizer:Authorizer",
                "tokens",
                "{\"type\": \"TOKEN\"}",
                "{\"id\": \"authorizer\"}");

    assertRefused(
        plan,
        "aws:apigateway/authorizer:Authorizer \"tokens\" is not a COGNITO_USER_POOLS authorizer"
            + " that reads a header");
  }

  @Test
  void apiWithoutAStageIsRefused() {
    assertRefused(
        ApiPlan.declared().without("stage:Stage", "api"),
        "The plan has 0 resources of type aws:apigateway/stage:Stage; the API port serves exactly"
            + " one");
  }

  private static ApiPlan method(String authorization) {
    return ApiPlan.declared()
        .with(
            "method:Method",
            "user-ANY",
            "{\"resourceId\": \"user\", \"httpMethod\": \"ANY\", %s}".formatted(authorization),
            "{}");
  }

  private static void assertRefused(ApiPlan plan, String sentence) {
    RestApiReader api =
        new RestApiReader(
            plan.plan(), UserPoolTokens.ofAws(pool -> new JWKSet()), Clock.systemUTC());

    assertThatThrownBy(api::read).isInstanceOf(PlanInvalid.class).hasMessage(sentence);
  }
}
