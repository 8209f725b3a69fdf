package dev.gatehouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.gatehouse.api.cognito.CognitoUserPool;
import dev.gatehouse.api.idempotency.IdempotencyRecords;
import dev.gatehouse.api.testing.ApiRequest;
import dev.gatehouse.api.testing.ApiResponse;
import dev.gatehouse.lambda.testing.AnyContext;
import dev.gatehouse.users.FailingUsers;
import dev.gatehouse.users.InMemoryMailboxes;
import dev.gatehouse.users.MailboxClaims;
import dev.gatehouse.users.UserErasure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;

class ApiHandlerTest {
  private static final ApiRequest READ_PROFILE =
      ApiRequest.of("GET", "/user/profile").claims(Map.of("sub", "s-1", "token_use", "access"));
  private static final String SECRET = "table gatehouse-prod-users at 10.0.0.7";

  @Test
  void failingTableIsUnavailable() throws IOException {
    for (RuntimeException fault :
        List.of(
            SdkClientException.create(SECRET),
            ProvisionedThroughputExceededException.builder().message(SECRET).build())) {
      try (TestApi api = new TestApi(FailingUsers.always(() -> fault))) {
        ApiResponse answer = api.send(READ_PROFILE);
        assertThat(answer.code()).isEqualTo("SERVICE_UNAVAILABLE");
        assertThat(answer.text() + api.log).doesNotContain("prod-users");
        assertThat(api.line().get("cause").getAsString()).contains(fault.getClass().getName());
      }
    }
  }

  static Stream<Throwable> faults() {
    return Stream.of(
        new IllegalStateException(SECRET), new StackOverflowError(), new AssertionError(SECRET));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void unexpectedFailureIsAnInternalErrorWithoutDetails(Throwable fault) throws IOException {
    try (TestApi api = new TestApi(FailingUsers.always(() -> fault))) {
      ApiResponse answer = api.send(READ_PROFILE);
      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.code()).isEqualTo("INTERNAL_ERROR");
      assertThat(answer.text()).doesNotContain("prod-users").doesNotContain("dev.gatehouse");
      assertThat(api.log.toString())
          .doesNotContain("prod-users")
          .contains("\"level\":\"ERROR\"", "\"ApiFailures\":1", fault.getClass().getName());
    }
  }

  @Test
  void emptyEventIsAnUnknownRoute() throws IOException {
    try (TestApi api = new TestApi()) {
      assertThat(
              api.send(
                  new ApiRequest("", "", Map.of(), new ApiRequest.Content(null, false), Map.of())))
          .extracting(ApiResponse::status)
          .isEqualTo(404);
    }
    List<String> log = new ArrayList<>();
    ApiHandler handler =
        new ApiHandler(
            CognitoUserPool.of("us-east-1", "c"),
            new UserErasure(
                FailingUsers.always(AssertionError::new),
                MailboxClaims.in(new InMemoryMailboxes())),
            IdempotencyRecords.forPriming(),
            Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
            log::add);
    @SuppressWarnings("NullAway") // the event of an invocation may be null
    int status = handler.handleRequest(null, new AnyContext("r")).getStatusCode();
    assertThat(status).isEqualTo(404);
    assertThat(log).hasSize(1);
  }

  @Test
  void headerNamesAreCaseInsensitive() throws IOException {
    try (TestApi api = new TestApi()) {
      for (String name : List.of("content-type", "CONTENT-TYPE", "Content-type")) {
        ApiResponse answer =
            api.send(ApiRequest.of("POST", "/user").header(name, "application/xml").body("{}"));
        assertThat(answer.status()).isEqualTo(415);
      }
    }
  }

  @Test
  void largeBodyIsRefusedAsDocumented() throws IOException {
    try (TestApi api = new TestApi()) {
      assertThat(api.post("/user", "x".repeat(1 << 20)).status()).isEqualTo(413);
      assertThat(api.post("/user/validate", "x".repeat(1 << 20)).status()).isEqualTo(413);
    }
  }

  @Test
  void defaultContentTypeOfCurlAndBase64AreAccepted() throws IOException {
    try (TestApi api = new TestApi()) {
      api.cognito.answers("{}");
      String body = "{\"username\":\"j@x.org\",\"code\":\"1\"}";
      ApiRequest event =
          ApiRequest.of("POST", "/user/validate")
              .header("content-type", "application/x-www-form-urlencoded");
      assertThat(api.send(event.body(body)).status()).isEqualTo(200);
      String encoded = Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8));
      assertThat(api.send(event.base64(encoded)).status()).isEqualTo(200);
      assertThat(api.send(event.base64(body)).code()).isEqualTo("INVALID_JSON");
    }
  }

  @Test
  void refusalIsCountedInTotalAndByCode() throws IOException {
    try (TestApi api = new TestApi()) {
      api.post("/user", "{}");
      assertThat(api.line())
          .isEqualTo(
              JsonParser.parseString(
                  """
                  {"_aws":{"Timestamp":1777863721000,"CloudWatchMetrics":[{"Namespace":"Gatehouse",
                   "Dimensions":[[],["code"]],"Metrics":[{"Name":"ApiRefusals","Unit":"Count"}]}]},
                   "ApiRefusals":1,"level":"INFO","function":"api","route":"POST /user",
                   "outcome":"refused","code":"INVALID_FIELD","status":400,"durationMs":0,
                   "requestId":"request-1"}
                  """));
    }
  }
}
