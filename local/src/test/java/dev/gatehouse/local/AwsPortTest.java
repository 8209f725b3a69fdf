package dev.gatehouse.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwsPortTest {

  private final AwsPort port =
      new AwsPort(
          new AwsPort.AwsServices(
              named("cognito"),
              named("domain"),
              named("dynamodb"),
              named("kms"),
              named("lambda"),
              named("sqs"),
              named("query"),
              named("ses"),
              named("s3"),
              request -> request.path().startsWith("/bucket/"),
              named("inbox"),
              named("info"),
              named("clock"),
              named("iam"),
              named("schedules"),
              named("console")),
          request -> request.header("refused").map(AwsPortTest::refusal));

  private static Response refusal(String why) {
    return Response.of(400, "text/plain", why);
  }

  @Test
  void refusedRequestReachesNoService() {
    assertThat(
            handle(
                    "POST",
                    "/",
                    Map.of(
                        "x-amz-target", List.of("TrentService.Decrypt"),
                        "refused", List.of("no permission")),
                    Map.of())
                .text())
        .isEqualTo("no permission");
  }

  @ParameterizedTest
  @CsvSource({
    "AWSCognitoIdentityProviderService.SignUp, cognito",
    "DynamoDB_20120810.Scan, dynamodb",
    "AmazonSQS.SendMessage, sqs",
    "TrentService.Decrypt, kms",
  })
  void targetSelectsTheService(String target, String service) {
    assertThat(handle("POST", "/", Map.of("x-amz-target", List.of(target)), Map.of()).text())
        .isEqualTo(service);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /, console",
    "GET, /_gatehouse/iam, iam",
    "POST, /_gatehouse/schedules/reconcile, schedules",
    "HEAD, /, console",
    "GET, /_aws/ses, inbox",
    "DELETE, /_aws/ses, inbox",
    "GET, /_gatehouse, info",
    "GET, /_gatehouse/clock, clock",
    "PUT, /_gatehouse/clock, clock",
    "GET, /_gatehouse/mails, console",
    "POST, /_gatehouse/console/clock, console",
    "POST, /2015-03-31/functions/f/invocations, lambda",
    "POST, /v2/email/outbound-emails, ses",
    "GET, /us-east-1_abc/.well-known/jwks.json, cognito",
    "GET, /us-east-1_abc/.well-known/openid-configuration, cognito",
    "PUT, /bucket/key, s3",
    "GET, /login, domain",
    "POST, /signup, domain",
    "GET, /oauth2/authorize, domain",
    "POST, /oauth2/token, domain",
  })
  void pathSelectsTheService(String method, String path, String service) {
    assertThat(handle(method, path, Map.of(), Map.of()).text()).isEqualTo(service);
  }

  @Test
  void formsAndActionsSelectTheQueryServices() {
    Map<String, List<String>> form =
        Map.of("Content-Type", List.of("application/x-www-form-urlencoded; charset=utf-8"));

    assertThat(handle("POST", "/", form, Map.of()).text()).isEqualTo("query");
    assertThat(handle("POST", "/000000000000/waiting", form, Map.of()).text()).isEqualTo("query");
    assertThat(handle("GET", "/", Map.of(), Map.of("Action", List.of("GetSendQuota"))).text())
        .isEqualTo("query");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /, '', 400",
    "POST, /, Kinesis_20131202.PutRecord, 400",
    "GET, /user, '', 404",
    "POST, /us-east-1_abc, '', 404",
  })
  void otherRequestsAreUnknownOperations(String method, String path, String target, int status) {
    Map<String, List<String>> headers =
        target.isEmpty() ? Map.of() : Map.of("X-Amz-Target", List.of(target));

    Response response = handle(method, path, headers, Map.of());

    assertThat(response.status()).isEqualTo(status);
    assertThat(response.text())
        .startsWith("{\"__type\":\"UnknownOperationException\",\"message\":");
  }

  private Response handle(
      String method,
      String path,
      Map<String, List<String>> headers,
      Map<String, List<String>> query) {
    return port.handle(new Request(method, path, query, headers, "127.0.0.1", "x".getBytes(UTF_8)));
  }

  private static Service named(String name) {
    return request -> Response.of(200, "text/plain", name);
  }
}
