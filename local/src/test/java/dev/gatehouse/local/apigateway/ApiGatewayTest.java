package dev.gatehouse.local.apigateway;

import static dev.gatehouse.local.apigateway.authorizer.SignedTokens.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.local.apigateway.authorizer.SignedTokens;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.lambda.invoke.InvocationResult;
import dev.gatehouse.local.lambda.invoke.LambdaInvoker;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiGatewayTest {
  private static final String EVENT =
      """
      {"resource": "/user/{proxy+}", "path": "/user/a%%20b", "httpMethod": "POST",
       "headers": {"Host": "localhost:8080", "Accept": "b", "User-Agent": "curl", "x-cLIENT": "1",
         "X-Amzn-Trace-Id": "Root=%1$s", "X-Forwarded-For": "127.0.0.1", "X-Forwarded-Proto": "http"},
       "multiValueHeaders": {"Host": ["localhost:8080"], "Accept": ["a", "b"], "User-Agent": ["curl"], "x-cLIENT": ["1"],
         "X-Amzn-Trace-Id": ["Root=%1$s"], "X-Forwarded-For": ["127.0.0.1"], "X-Forwarded-Proto": ["http"]},
       "queryStringParameters": {"q": "2"}, "multiValueQueryStringParameters": {"q": ["1", "2"]},
       "pathParameters": {"proxy": "a b"}, "stageVariables": null,
       "body": "é", "isBase64Encoded": false}
      """;

  private static final String CONTEXT =
      """
      {"resourceId": "user-proxy", "resourcePath": "/user/{proxy+}", "httpMethod": "POST",
       "extendedRequestId": "%1$s", "requestTime": "22/Nov/2026:12:00:00 +0000", "path": "/user/a%%20b",
       "accountId": "000000000000", "protocol": "HTTP/1.1", "stage": "prod", "domainPrefix": "localhost",
       "requestTimeEpoch": 1795348800000, "requestId": "%1$s", "domainName": "localhost", "deploymentId": "d1", "apiId": "api1234567",
       "identity": {"accessKey": null, "accountId": null, "caller": null, "cognitoAuthenticationProvider": null,
         "cognitoAuthenticationType": null, "cognitoIdentityId": null, "cognitoIdentityPoolId": null,
         "principalOrgId": null, "user": null, "userArn": null, "clientCert": null,
         "sourceIp": "127.0.0.1", "userAgent": "curl"}}
      """;

  private static final SignedTokens POOL = new SignedTokens("key-1");

  /** An invoker that records its arguments and returns the result that a test sets. */
  private static final class RecordingLambda implements LambdaInvoker {
    private InvocationResult result =
        new InvocationResult.Succeeded("{\"statusCode\": 200, \"body\": \"fine\"}");
    private String arguments = "";
    private JsonObject event = new JsonObject();

    @Override
    public InvocationResult invoke(
        String functionArn, String principal, String sourceArn, String event, Duration timeout) {
      arguments = "%s %s %s %s".formatted(functionArn, principal, sourceArn, timeout);
      this.event = JsonParser.parseString(event).getAsJsonObject();
      return result;
    }
  }

  private final RecordingLambda lambda = new RecordingLambda();
  private final ApiGateway gateway =
      ApiGateway.of(
          ApiPlan.declared().plan(),
          lambda,
          pool -> POOL.publicKeys(),
          Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void functionIsInvokedForTheMethod() {
    Response response = gateway.handle(request("POST", "/user/validate", Map.of(), "{}"));

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.text()).isEqualTo("fine");
    assertThat(response.headers()).containsKeys("x-amzn-RequestId", "x-amz-apigw-id");
    assertThat(lambda.arguments)
        .isEqualTo(
            ApiPlan.FUNCTION
                + " apigateway.amazonaws.com"
                + " arn:aws:execute-api:us-east-1:000000000000:api1234567/prod/POST/user/{proxy+}"
                + " PT29S");
  }

  @Test
  void eventHasTheDocumentedForm() {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    headers.put("Host", List.of("localhost:8080"));
    headers.put("Accept", List.of("a", "b"));
    headers.put("Content-Length", List.of("3"));
    headers.put("User-Agent", List.of("curl"));
    headers.put("x-cLIENT", List.of("1"));
    headers.put("x-amzn-trace-id", List.of("replaced, whatever its case"));

    gateway.handle(
        new Request(
            "POST",
            "/user/a%20b",
            Map.of("q", List.of("1", "2")),
            headers,
            "127.0.0.1",
            utf8("é")));

    JsonObject event = lambda.event;
    JsonObject context = event.remove("requestContext").getAsJsonObject();
    String requestId = context.get("requestId").getAsString();
    assertThat(event).isEqualTo(JsonParser.parseString(EVENT.formatted(requestId)));
    assertThat(context).isEqualTo(JsonParser.parseString(CONTEXT.formatted(requestId)));
  }

  @Test
  void emptyMapsAreNull() {
    gateway.handle(request("GET", "/", Map.of(), ""));

    for (String key :
        List.of(
            "queryStringParameters",
            "multiValueQueryStringParameters",
            "pathParameters",
            "stageVariables",
            "body")) {
      assertThat(lambda.event.get(key).isJsonNull()).as(key).isTrue();
    }
  }

  @Test
  void profileWithoutATokenIsUnauthorized() {
    Response response = gateway.handle(request("GET", "/user/profile", Map.of(), ""));

    assertThat(response.status()).isEqualTo(401);
    assertThat(response.text()).isEqualTo("{\"message\":\"Unauthorized\"}");
    assertThat(response.headers())
        .containsEntry("x-amzn-ErrorType", List.of("UnauthorizedException"));
    assertThat(lambda.arguments).isEmpty();
  }

  @Test
  void claimsAreTextInTheEvent() {
    Map<String, List<String>> bearer =
        Map.of("Authorization", List.of("Bearer " + POOL.sign(SignedTokens.accessClaims())));

    gateway.handle(request("GET", "/user/profile", bearer, ""));

    assertThat(lambda.event.getAsJsonObject("requestContext").get("authorizer"))
        .isEqualTo(
            JsonParser.parseString(
                """
                {"claims": {"sub": "1b7c0c3e", "iss": "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_abcdefghi",
                 "iat": "Sun Nov 22 11:59:00 UTC 2026", "exp": "Sun Nov 22 12:59:00 UTC 2026", "auth_time": "1795348740",
                 "email_verified": "true", "cognito:groups": "a,b", "token_use": "access",
                 "scope": "openid aws.cognito.signin.user.admin"}}
                """));
  }

  @Test
  void otherMethodsOfTheProfileAreOpen() {
    assertThat(gateway.handle(request("POST", "/user/profile", Map.of(), "{}")).status())
        .isEqualTo(200);
  }

  @Test
  void exactResourceWithoutTheMethodDoesNotFallBack() {
    ApiGateway strict =
        ApiGateway.of(
            ApiPlan.declared()
                .without("method:Method", "user-profile-ANY")
                .without("integration:Integration", "user-profile-ANY")
                .plan(),
            lambda,
            pool -> POOL.publicKeys(),
            Clock.fixed(NOW, ZoneOffset.UTC));

    Response response = strict.handle(request("POST", "/user/profile", Map.of(), "{}"));

    assertThat(response.status()).isEqualTo(403);
    assertThat(response.text()).isEqualTo("{\"message\":\"Missing Authentication Token\"}");
    assertThat(lambda.arguments).isEmpty();
  }

  @Test
  void everyInvocationErrorHasItsStatus() {
    assertThat(failing(new InvocationResult.Failed("secret", "{}")))
        .isEqualTo("502 {\"message\":\"Internal server error\"}");
    assertThat(failing(new InvocationResult.Succeeded("[]")))
        .isEqualTo("502 {\"message\":\"Internal server error\"}");
    assertThat(failing(new InvocationResult.TimedOut()))
        .isEqualTo("504 {\"message\":\"Endpoint request timed out\"}");
    assertThat(failing(new InvocationResult.Throttled("ConcurrentInvocationLimitExceeded")))
        .isEqualTo("504 {\"message\":\"Internal server error\"}");
    assertThat(failing(new InvocationResult.AccessDenied()))
        .isEqualTo("500 {\"message\":\"Internal server error\"}");
    assertThat(failing(new InvocationResult.NotFound()))
        .isEqualTo("500 {\"message\":\"Internal server error\"}");
  }

  @Test
  void binaryBodiesAreBase64InEventAndResponse() {
    ApiGateway binary =
        ApiGateway.of(
            ApiPlan.declared()
                .with(
                    "restApi:RestApi",
                    "api",
                    "{\"binaryMediaTypes\": [\"image/png\"]}",
                    """
                    {"id": "i", "rootResourceId": "root", "executionArn": "arn:aws:execute-api:us-east-1:0:i"}
                    """)
                .plan(),
            lambda,
            pool -> POOL.publicKeys(),
            Clock.fixed(NOW, ZoneOffset.UTC));
    lambda.result =
        new InvocationResult.Succeeded(
            "{\"statusCode\": 200, \"isBase64Encoded\": true, \"body\": \"aGk=\"}");
    Map<String, List<String>> png =
        Map.of("Content-Type", List.of("image/png"), "Accept", List.of("image/png, */*"));

    assertThat(binary.handle(request("POST", "/", png, "hi")).text()).isEqualTo("hi");
    assertThat(lambda.event.get("body").getAsString()).isEqualTo("aGk=");
    assertThat(lambda.event.get("isBase64Encoded").getAsBoolean()).isTrue();
    assertThat(binary.handle(request("POST", "/", Map.of(), "hi")).text()).isEqualTo("aGk=");
  }

  private String failing(InvocationResult result) {
    lambda.result = result;
    Response response = gateway.handle(request("GET", "/", Map.of(), ""));
    return response.status() + " " + response.text();
  }

  private static Request request(
      String method, String path, Map<String, List<String>> headers, String body) {
    return new Request(method, path, Map.of(), headers, "127.0.0.1", utf8(body));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }
}
