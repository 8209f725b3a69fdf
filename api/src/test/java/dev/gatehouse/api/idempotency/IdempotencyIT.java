package dev.gatehouse.api.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.api.http.Problem;
import dev.gatehouse.api.http.Request;
import dev.gatehouse.api.http.RequestRefused;
import dev.gatehouse.api.http.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Requests with an Idempotency-Key, with the engine of the local emulator. */
class IdempotencyIT {
  private static final String KEY = "8e03978e-40d5-43dd-bc93-6894a57f9324";
  private static final Instant START = Instant.parse("2026-05-04T03:02:01.250Z");
  private static final List<@Nullable String> JANE =
      Arrays.asList("jane@example.com", "Correct-horse-9", null);

  private static IdempotencyTable table;

  private final AtomicInteger executions = new AtomicInteger();

  @BeforeAll
  static void start() {
    table = new IdempotencyTable();
  }

  @AfterAll
  static void stop() {
    table.close();
  }

  @AfterEach
  void deleteRows() {
    table.deleteRows();
  }

  @Test
  void secondRequestGetsTheFirstResponse() {
    Response first = send(START, KEY, JANE);
    Response second = send(START.plusSeconds(1), KEY, JANE);
    assertThat(second).isEqualTo(first);
    assertThat(second.logNote().sub()).isEqualTo("u-1");
    assertThat(executions).hasValue(1);
  }

  @Test
  void requestsWithoutAKeyAreExecutedEachTime() {
    send(START, null, JANE);
    send(START, null, JANE);
    assertThat(executions).hasValue(2);
    assertThat(table.rows()).isEmpty();
  }

  @Test
  void quotesOfAStructuredFieldAreNotPartOfTheKey() {
    send(START, KEY, JANE);
    send(START, '"' + KEY + '"', JANE);
    assertThat(executions).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "short",
        "\"8e03978e-40d5-43dd-bc93",
        "with space with space",
        "ключключключключ"
      })
  void malformedKeyIsRefusedBeforeAnythingIsDone(String key) {
    assertThat(problem(() -> send(START, key, JANE))).isEqualTo(Problem.IDEMPOTENCY_KEY_INVALID);
    assertThat(executions).hasValue(0);
  }

  @Test
  void anyOtherValueOfARequestIsAnotherRequest() {
    send(START, KEY, JANE);
    for (List<@Nullable String> other :
        List.of(
            Arrays.asList("jane@example.com", "Correct-horse-8", null),
            Arrays.asList("jan@example.com", "Correct-horse-9", null),
            Arrays.asList("jane@example.co", "mCorrect-horse-9", null),
            Arrays.asList("jane@example.com", "Correct-horse-9", "en"),
            Arrays.asList("jane@example.com", "Correct-horse-9", ""))) {
      assertThat(problem(() -> send(START, KEY, other))).isEqualTo(Problem.IDEMPOTENCY_KEY_REUSED);
    }
    assertThat(executions).hasValue(1);
  }

  @Test
  void requestWhileTheFirstRunsIsOutstanding() {
    Idempotency idempotency = at(START);
    idempotency.once(
        request(KEY),
        "createUser",
        JANE,
        () -> {
          assertThat(problem(() -> send(START.plusSeconds(19), KEY, JANE)))
              .isEqualTo(Problem.REQUEST_OUTSTANDING);
          return response();
        });
    assertThat(executions).hasValue(0);
    assertThat(Response.of(RequestRefused.because(Problem.REQUEST_OUTSTANDING)).headers())
        .containsEntry("Retry-After", "1");
  }

  /** The process of the first request was killed, or is so slow that its client has given up. */
  @Test
  void leaseOfARequestWithoutAResponseRunsOut() {
    at(START)
        .once(
            request(KEY),
            "createUser",
            JANE,
            () -> {
              send(START.plus(IdempotencyRecords.LEASE), KEY, JANE);
              return Response.ofJson(202, "{\"late\":true}");
            });
    assertThat(send(START.plusSeconds(30), KEY, JANE).body()).isEqualTo(response().body());
    assertThat(executions).hasValue(1);
  }

  @ParameterizedTest
  @EnumSource(
      names = {"SERVICE_UNAVAILABLE", "CODE_NOT_SENT", "TOO_MANY_REQUESTS", "TOO_MANY_ATTEMPTS"})
  void responseThatMayBeAnotherOneLaterIsNotStored(Problem problem) {
    assertThat(problem(() -> refuse(START, problem))).isEqualTo(problem);
    assertThat(send(START, KEY, JANE)).isEqualTo(response());
  }

  @Test
  void failureReleasesTheKey() {
    IllegalStateException failure = new IllegalStateException();
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> run(at(START), () -> raise(failure)))
        .isSameAs(failure);
    assertThat(send(START, KEY, JANE)).isEqualTo(response());
  }

  @Test
  void refusalIsRefusedAgainAlike() {
    RequestRefused refused =
        RequestRefused.because(Problem.WEAK_PASSWORD, "The password is too short");
    assertThat(problem(() -> run(at(START), () -> raise(refused))))
        .isEqualTo(Problem.WEAK_PASSWORD);
    assertThatExceptionOfType(RequestRefused.class)
        .isThrownBy(() -> send(START, KEY, JANE))
        .satisfies(again -> assertThat(Response.of(again)).isEqualTo(Response.of(refused)));
    assertThat(executions).hasValue(0);
  }

  /** DynamoDB deletes expired rows within days; the engine of this test never does. */
  @Test
  void expiredRowIsAsIfDeleted() {
    send(START, KEY, JANE);
    Instant last = START.plus(IdempotencyRecords.LIFETIME).minus(Duration.ofSeconds(1));
    send(last, KEY, JANE);
    assertThat(executions).hasValue(1);
    send(last.plusSeconds(1), KEY, Arrays.asList("joe@example.com", "other", null));
    assertThat(executions).hasValue(2);
    assertThat(table.rows()).hasSize(1);
  }

  @Test
  void rowHasNeitherKeyNorPasswordNorAddress() {
    send(START, KEY, JANE);
    assertThat(table.rows().toString())
        .doesNotContain(KEY)
        .doesNotContain("jane@example.com")
        .doesNotContain("Correct-horse-9");
    assertThat(table.rows().getFirst())
        .containsOnlyKeys("id", "fingerprint", "owner", "expiresAt", "status", "body", "sub");
    assertThat(table.rows().getFirst())
        .containsEntry(
            "expiresAt",
            AttributeValue.fromN(Long.toString(START.plusSeconds(600).getEpochSecond())));
  }

  @Test
  void nothingIsExecutedIfTheKeyCannotBeClaimed() {
    Idempotency down = new Idempotency(table.missing(), Clock.fixed(START, ZoneOffset.UTC));
    assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> run(down, this::executed));
    assertThat(executions).hasValue(0);
  }

  @Test
  void responseThatCannotBeStoredIsReturnedAllTheSame() {
    IdempotencyRecords failing = new ClaimsOnly();
    Response returned =
        run(new Idempotency(failing, Clock.fixed(START, ZoneOffset.UTC)), this::executed);
    assertThat(returned.body()).isEqualTo(response().body());
    assertThat(returned.logNote().errorType()).isEqualTo("ResponseNotRecorded");
  }

  private Response send(Instant now, @Nullable String key, List<@Nullable String> values) {
    return at(now).once(request(key), "createUser", values, this::executed);
  }

  private Response executed() {
    executions.incrementAndGet();
    return response();
  }

  private Response refuse(Instant now, Problem problem) {
    return run(at(now), () -> raise(RequestRefused.because(problem)));
  }

  private static Response raise(RuntimeException failure) {
    throw failure;
  }

  private static Response run(Idempotency idempotency, Supplier<Response> execution) {
    return idempotency.once(request(KEY), "createUser", JANE, execution);
  }

  private static Response response() {
    return Response.ofJson(202, "{\"user\":{\"UserSub\":\"u-1\"}}").about("u-1");
  }

  private static Idempotency at(Instant now) {
    return new Idempotency(table.records(), Clock.fixed(now, ZoneOffset.UTC));
  }

  private static Request request(@Nullable String key) {
    return new Request(
        "POST",
        "/user",
        key == null ? Map.of() : Map.of("idempotency-key", key),
        new Request.Payload("", false),
        Map.of());
  }

  private static Problem problem(Supplier<Response> request) {
    try {
      throw new AssertionError(request.get());
    } catch (RequestRefused refused) {
      return refused.problem();
    }
  }

  /** Records of a table that fails after the claim. */
  private static final class ClaimsOnly implements IdempotencyRecords {
    @Override
    public Claim claim(String id, String fingerprint, Instant now) {
      return new Claim.Granted(id, "owner");
    }

    @Override
    public void complete(Claim.Granted claim, CompletedResponse response) {
      throw new IllegalStateException("the table is down");
    }

    @Override
    public void release(Claim.Granted claim) {
      throw new IllegalStateException("the table is down");
    }
  }
}
