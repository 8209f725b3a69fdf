package dev.gatehouse.local.activity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.TestClock;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestRecorderTest {
  private static final String ROOT = "1-67891233-abcdef012345678912345678";

  private final List<RecordedRequest> recorded = new ArrayList<>();

  private RecordedRequest record(Response response, Map<String, List<String>> headers) {
    RequestRecorder.ofAws(request -> response, new TestClock(), recorded::add)
        .handle(request("POST", "/", headers));
    return recorded.getLast();
  }

  private static Request request(String method, String path, Map<String, List<String>> headers) {
    return new Request(method, path, Map.of(), headers, "127.0.0.1", "{}".getBytes(UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "{\"__type\":\"com.amazonaws#NotFound\"}, NotFound",
        "{\"code\":\"EMAIL_INVALID\"}, EMAIL_INVALID",
        "<Error><Code>Throttling</Code></Error>, Throttling",
        "no error, ``"
      })
  void errorCodeIsThatOfTheProtocol(String body, String code) {
    RecordedRequest request = record(Response.of(400, "text/plain", body), Map.of());

    assertThat(request.code()).isEqualTo(code);
    assertThat(request.failed()).as("a refusal is an answer").isFalse();
  }

  @Test
  void serverErrorIsAFailureAndSuccessHasNoCode() {
    assertThat(record(Response.of(500, "text/plain", ""), Map.of()).failed()).isTrue();
    assertThat(record(Response.of(200, "text/plain", "{\"code\":\"x\"}"), Map.of()).code())
        .isEmpty();
  }

  @Test
  void requestBelongsToTheTraceOfItsCaller() {
    Map<String, List<String>> headers =
        Map.of("x-amzn-trace-id", List.of("Root=" + ROOT + ";Parent=1;Sampled=0"));

    assertThat(record(Response.of(200, "text/plain", ""), headers).trace()).isEqualTo(ROOT);
    assertThat(record(Response.of(200, "text/plain", ""), Map.of()).trace())
        .isNotEqualTo(ROOT)
        .matches("1-[0-9a-f]{8}-[0-9a-f]{24}");
    assertThat(Trace.current()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"GET, /_gatehouse/mails", "GET, /", "OPTIONS, /user", "GET, /_aws/ses"})
  void emulatorsOwnRequestsAreNotRecorded(String method, String path) {
    RequestRecorder.ofAws(
            request -> Response.of(200, "text/plain", ""), new TestClock(), recorded::add)
        .handle(request(method, path, Map.of()));

    assertThat(recorded).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "AWSCognitoIdentityProviderService.SignUp, cognito-idp SignUp, true",
    "AWSCognitoIdentityProviderService.AdminGetUser, cognito-idp AdminGetUser, true",
    "AWSCognitoIdentityProviderService.GetUser, cognito-idp GetUser, false",
    "DynamoDB_20120810.PutItem, dynamodb PutItem, false",
    "AmazonSQS.SendMessage, sqs SendMessage, false",
  })
  void operationIsThatOfTheTarget(String target, String title, boolean changes) {
    RecordedRequest request =
        record(Response.of(200, "text/plain", ""), Map.of("X-Amz-Target", List.of(target)));

    assertThat(request.title()).isEqualTo(title);
    assertThat(request.mayChangeUsers()).isEqualTo(changes);
  }

  @Test
  void operationWithoutATargetIsThatOfTheFormOrThePath() {
    Request form =
        new Request(
            "POST",
            "/",
            Map.of(),
            Map.of("Content-Type", List.of("application/x-www-form-urlencoded")),
            "127.0.0.1",
            "Action=SendEmail&Source=a%40b.org".getBytes(UTF_8));

    assertThat(AwsOperation.of(form)).hasToString("ses SendEmail");
    assertThat(AwsOperation.of(request("POST", "/2015-03-31/functions/f/invocations", Map.of())))
        .hasToString("lambda Invoke");
    assertThat(AwsOperation.of(request("POST", "/signup", Map.of())))
        .hasToString("cognito-idp POST /signup");
  }
}
