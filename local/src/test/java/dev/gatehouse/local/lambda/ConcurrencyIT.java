package dev.gatehouse.local.lambda;

import static dev.gatehouse.local.lambda.LambdaPlan.ACCOUNT;
import static dev.gatehouse.local.lambda.LambdaPlan.COGNITO;
import static dev.gatehouse.local.lambda.LambdaPlan.POOL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.lambda.invoke.InvocationResult;
import dev.gatehouse.local.lambda.invoke.InvocationResult.Succeeded;
import dev.gatehouse.local.lambda.invoke.InvocationResult.Throttled;
import dev.gatehouse.local.logging.RecordedWarnings;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Events that a function runs at once. */
@Timeout(120)
class ConcurrencyIT {
  private static final Executor THREADS = task -> Thread.ofVirtual().start(task);
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path directory;

  @SuppressWarnings("NullAway.Init") // set before each test
  private Lambda functions;

  @BeforeEach
  void createFunctions() throws IOException {
    assertThat(HandlersArchive.write(directory)).exists();
    functions =
        Lambda.of(
            new LambdaPlan()
                .live("free", "Sleeper", "timeout: 30")
                .live("one", "Sleeper", "timeout: 30, reservedConcurrentExecutions: 1")
                .live("none", "Sleeper", "timeout: 30, reservedConcurrentExecutions: 0")
                .plan(),
            new LambdaOptions(directory, directory, URI.create("http://localhost"), call -> {}));
  }

  @AfterEach
  void close() {
    functions.close();
  }

  private InvocationResult invoke(String function, int millis) {
    return functions.invoke(
        ACCOUNT + function + ":live", COGNITO, POOL, "{\"millis\":" + millis + "}", TIMEOUT);
  }

  private CompletableFuture<InvocationResult> start(String function, int millis) {
    return CompletableFuture.supplyAsync(() -> invoke(function, millis), THREADS);
  }

  private List<ProcessHandle> processes() {
    return ProcessHandle.current().children().toList();
  }

  @Test
  void callThatWaitsLongGetsAProcessOfItsOwn() {
    List<CompletableFuture<InvocationResult>> calls =
        Stream.generate(() -> start("free", 4_000)).limit(2).toList();

    calls.forEach(call -> assertThat(call.join()).isInstanceOf(Succeeded.class));
    assertThat(processes()).hasSize(2);
    assertThat(invoke("free", 0)).isInstanceOf(Succeeded.class);
    assertThat(processes()).as("both are kept").hasSize(2);
  }

  @Test
  void eventsBeyondTheReservedConcurrencyAreThrottled() {
    CompletableFuture<InvocationResult> first = start("one", 3_000);
    while (processes().isEmpty()) {
      Thread.onSpinWait();
    }

    assertThat(invoke("one", 0))
        .isEqualTo(new Throttled("ReservedFunctionConcurrentInvocationLimitExceeded"));
    assertThat(first.join()).isInstanceOf(Succeeded.class);
    assertThat(invoke("one", 0)).isInstanceOf(Succeeded.class);
    assertThat(processes()).hasSize(1);
  }

  @Test
  void asynchronousEventIsRepeatedUntilItRuns() throws Exception {
    CompletableFuture<InvocationResult> first = start("one", 2_000);
    while (processes().isEmpty()) {
      Thread.onSpinWait();
    }
    Path done = directory.resolve("done");

    Response queued =
        post("one:live", "Event", "{\"millis\":\"0\",\"file\":\"%s\"}".formatted(done));

    assertThat(queued.status()).isEqualTo(202);
    assertThat(first.join()).isInstanceOf(Succeeded.class);
    while (!Files.exists(done)) {
      Thread.sleep(20);
    }
  }

  @Test
  void clientsOfLambdaGetTooManyRequestsException() {
    Response response = post("none:live", "RequestResponse", "{}");

    assertThat(response.status()).isEqualTo(429);
    assertThat(response.headers())
        .containsEntry("x-amzn-ErrorType", List.of("TooManyRequestsException"));
    assertThat(response.text())
        .isEqualTo(
            "{\"Reason\":\"ReservedFunctionConcurrentInvocationLimitExceeded\","
                + "\"Type\":\"User\",\"message\":\"Rate Exceeded.\"}");
  }

  @Test
  void processThatDiesIsSaidAtOnceAndStartedAgain() throws Exception {
    assertThat(invoke("free", 0)).isInstanceOf(Succeeded.class);
    ProcessHandle killed = processes().getFirst();
    try (RecordedWarnings log =
        RecordedWarnings.of("dev.gatehouse.local.lambda.runtime.EnvironmentPool")) {
      assertThat(killed.destroyForcibly()).isTrue();
      killed.onExit().join();
      long exited = System.nanoTime();

      assertThat(log.next())
          .isEqualTo(
              "Process "
                  + killed.pid()
                  + " of free exited with error: signal: killed; it is started again");
      assertThat(Duration.ofNanos(System.nanoTime() - exited)).isLessThan(Duration.ofSeconds(5));
    }
    while (processes().isEmpty() || processes().contains(killed)) {
      Thread.sleep(20);
    }
    assertThat(invoke("free", 0)).isInstanceOf(Succeeded.class);
    assertThat(processes()).hasSize(1);
  }

  private Response post(String function, String type, String event) {
    return functions.handle(
        new Request(
            "POST",
            "/2015-03-31/functions/" + function + "/invocations",
            Map.of(),
            Map.of("X-Amz-Invocation-Type", List.of(type)),
            "127.0.0.1",
            event.getBytes(StandardCharsets.UTF_8)));
  }
}
