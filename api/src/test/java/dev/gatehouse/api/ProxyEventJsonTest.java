package dev.gatehouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.google.gson.JsonParser;
import dev.gatehouse.lambda.json.EventJson;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The serializer of the archive compared with Lambda's own. */
class ProxyEventJsonTest {
  /** An event of API Gateway, abridged: with nulls, numbers and an authorizer's claims. */
  private static final String EVENT =
      """
      {"resource": "/user/profile", "path": "/user/profile", "httpMethod": "PATCH",
       "headers": {"Accept": "*/*", "Content-Type": "application/json"},
       "multiValueHeaders": {"Accept": ["*/*"], "Content-Type": ["application/json"]},
       "queryStringParameters": null, "multiValueQueryStringParameters": null,
       "pathParameters": null, "stageVariables": {"alias": "live"},
       "requestContext": {
         "resourceId": "abc123", "resourcePath": "/user/profile", "httpMethod": "PATCH",
         "extendedRequestId": "J1=", "requestTime": "22/Nov/2026:10:00:00 +0000",
         "path": "/v1/user/profile", "accountId": "000000000000", "protocol": "HTTP/1.1",
         "stage": "v1", "domainPrefix": "abcdef", "requestTimeEpoch": 1795341600123,
         "requestId": "4e3a", "domainName": "abcdef.execute-api.us-east-1.amazonaws.com",
         "apiId": "abcdef", "deploymentId": "x1",
         "authorizer": {"claims": {"sub": "34c8", "token_use": "access",
           "exp": "Sun Nov 22 11:00:00 UTC 2026"}},
         "identity": {"cognitoIdentityPoolId": null, "accountId": null, "sourceIp": "192.0.2.1",
           "userAgent": "curl/8", "user": null, "principalOrgId": null}},
       "body": "{\\"locale\\": \\"de\\", \\"note\\": \\"\\u00fc \\\\u00fc\\"}", "isBase64Encoded": false}
      """;

  private final EventJson json = new EventJson();

  @Test
  void eventIsReadAsByLambdasOwnSerializer() {
    APIGatewayProxyRequestEvent ours = json.fromJson(EVENT, APIGatewayProxyRequestEvent.class);
    APIGatewayProxyRequestEvent lambdas =
        LambdaEventSerializers.serializerFor(
                APIGatewayProxyRequestEvent.class, getClass().getClassLoader())
            .fromJson(EVENT);
    assertThat(ours).isEqualTo(lambdas);
    assertThat(ours.getBody()).contains("locale");
  }

  @Test
  void responseIsWrittenAsByLambdasOwnSerializer() {
    APIGatewayProxyResponseEvent response =
        new APIGatewayProxyResponseEvent()
            .withStatusCode(200)
            .withHeaders(Map.of("Content-Type", "application/json"))
            .withBody("{\"name\":\"J\u00e4ne \ud83d\ude00 \u2028\"}")
            .withIsBase64Encoded(false);
    ByteArrayOutputStream ours = new ByteArrayOutputStream();
    json.toJson(response, ours, APIGatewayProxyResponseEvent.class);
    ByteArrayOutputStream lambdas = new ByteArrayOutputStream();
    LambdaEventSerializers.serializerFor(
            APIGatewayProxyResponseEvent.class, getClass().getClassLoader())
        .toJson(response, lambdas);
    assertThat(JsonParser.parseString(ours.toString(StandardCharsets.UTF_8)))
        .isEqualTo(JsonParser.parseString(lambdas.toString(StandardCharsets.UTF_8)));
  }
}
