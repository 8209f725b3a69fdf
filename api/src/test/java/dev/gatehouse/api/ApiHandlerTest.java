package dev.gatehouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.gatehouse.users.User;
import dev.gatehouse.users.Users;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;

class ApiHandlerTest {
  private static final Event ASKS_THE_TABLE =
      Event.of("GET", "/user/profile").claims(Map.of("sub", "s-1", "token_use", "access"));
  private static final String SECRET = "table gatehouse-prod-users at 10.0.0.7";

  @Test
  void tableOutOfReachIsUnavailable() throws IOException {
    for (RuntimeException fault :
        List.of(
            SdkClientException.create(SECRET),
            ProvisionedThroughputExceededException.builder().message(SECRET).build())) {
      try (ApiUnderTest api = new ApiUnderTest(failing(() -> fault))) {
        Answer answer = api.send(ASKS_THE_TABLE);
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
  void anyOtherFaultIsOursAndSaysNothing(Throwable fault) throws IOException {
    try (ApiUnderTest api = new ApiUnderTest(failing(() -> fault))) {
      Answer answer = api.send(ASKS_THE_TABLE);
      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.code()).isEqualTo("INTERNAL_ERROR");
      assertThat(answer.text()).doesNotContain("prod-users").doesNotContain("dev.gatehouse");
      assertThat(api.log.toString())
          .doesNotContain("prod-users")
          .contains("\"level\":\"ERROR\"", "\"ApiFailures\":1", fault.getClass().getName());
    }
  }

  @Test
  void eventOfNothingIsAnUnknownRoute() throws IOException {
    try (ApiUnderTest api = new ApiUnderTest()) {
      assertThat(api.send(new Event("", "", Map.of(), new Event.Content(null, false), Map.of())))
          .extracting(Answer::status)
          .isEqualTo(404);
    }
    List<String> log = new ArrayList<>();
    ApiHandler handler =
        new ApiHandler(
            new CognitoAccounts(CognitoClient.of("us-east-1"), "c"),
            failing(AssertionError::new),
            Clock.systemUTC(),
            log::add);
    @SuppressWarnings("NullAway") // Lambda hands on whatever it was sent
    int status = handler.handleRequest(null, new LambdaContext("r")).getStatusCode();
    assertThat(status).isEqualTo(404);
    assertThat(log).hasSize(1);
  }

  @Test
  void sameHeaderInAnyCaseIsTheSameHeader() throws IOException {
    try (ApiUnderTest api = new ApiUnderTest()) {
      for (String name : List.of("content-type", "CONTENT-TYPE", "Content-type")) {
        Answer answer =
            api.send(Event.of("POST", "/user").header(name, "application/xml").body("{}"));
        assertThat(answer.status()).isEqualTo(415);
      }
    }
  }

  @Test
  void largeBodyIsRefusedWithinTheDocument() throws IOException {
    try (ApiUnderTest api = new ApiUnderTest()) {
      assertThat(api.post("/user", "x".repeat(1 << 20)).status()).isEqualTo(413);
      assertThat(api.post("/user/validate", "x".repeat(1 << 20)).status()).isEqualTo(413);
    }
  }

  @Test
  void curlsOwnContentTypeAndBase64ReachCognito() throws IOException {
    try (ApiUnderTest api = new ApiUnderTest()) {
      api.cognito.answers("{}");
      String body = "{\"username\":\"j@x.org\",\"code\":\"1\"}";
      Event event =
          Event.of("POST", "/user/validate")
              .header("content-type", "application/x-www-form-urlencoded");
      assertThat(api.send(event.body(body)).status()).isEqualTo(200);
      String encoded = Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8));
      assertThat(api.send(event.base64(encoded)).status()).isEqualTo(200);
      assertThat(api.send(event.base64(body)).code()).isEqualTo("INVALID_JSON");
    }
  }

  @Test
  void refusalIsCountedInAllAndByCode() throws IOException {
    try (ApiUnderTest api = new ApiUnderTest()) {
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

  private static Users failing(Supplier<Throwable> fault) {
    return new Users() {
      @Override
      public boolean putIfAbsent(User user) {
        throw sneaky(fault.get());
      }

      @Override
      public boolean update(User user) {
        throw sneaky(fault.get());
      }

      @Override
      public Optional<User> find(String sub) {
        throw sneaky(fault.get());
      }
    };
  }

  private static RuntimeException sneaky(Throwable fault) {
    if (fault instanceof Error error) {
      throw error;
    }
    return (RuntimeException) fault;
  }
}
