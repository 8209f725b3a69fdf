package dev.gatehouse.local.functions;

import static dev.gatehouse.local.functions.PlanFile.ACCOUNT;
import static dev.gatehouse.local.functions.PlanFile.COGNITO;
import static dev.gatehouse.local.functions.PlanFile.POOL;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.local.functions.Invocation.Answered;
import dev.gatehouse.local.functions.Invocation.Denied;
import dev.gatehouse.local.functions.Invocation.Failed;
import dev.gatehouse.local.functions.Invocation.GivenUp;
import dev.gatehouse.local.functions.Invocation.NotFound;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class FunctionsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String SNAP = "snapStart: {applyOn: PublishedVersions}";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit gives it
  static Path directory;

  private static final Executor THREADS = task -> Thread.ofVirtual().start(task);
  private static final Queue<Call> CALLS = new ConcurrentLinkedQueue<>();
  private static Functions functions;

  @BeforeAll
  static void startTheMachine() throws IOException {
    HandlersZip.write(directory);
    PlanFile plan =
        new PlanFile()
            .live(
                "echo", "Echo", SNAP + ", memorySize: 256, environment: {variables: {GIVEN: yes}}")
            .live("thrower", "Thrower", SNAP)
            .live("sleeper", "Sleeper", "timeout: 2, " + SNAP)
            .live("exiter", "Exiter", "snapStart: {}")
            .live("init-failer", "InitFailer", SNAP)
            .live("snapshot", "Snapshot", SNAP)
            .live("no-snapshot", "Snapshot", "snapStart: {}")
            .live("slow-snapshot", "SlowStarter", SNAP)
            .live("slow-on-demand", "SlowStarter", "snapStart: {}")
            .live("misspelt", "Mispelt", SNAP);
    functions =
        Functions.of(
            plan.plan(),
            new Functions.Settings(
                directory, directory, URI.create("http://localhost:4566"), CALLS::add));
  }

  @AfterAll
  static void stopTheMachine() {
    functions.close();
    assertThat(ProcessHandle.current().descendants()).isEmpty();
  }

  @Test
  void functionSeesWhatThePlanGivesAndWhatLambdaSets() {
    JsonObject answer = answered(invoke("echo", "{\"a\":\"ü\"}"));
    assertThat(answer.getAsJsonObject("event").get("a").getAsString()).isEqualTo("ü");
    assertThat(answer.get("arn").getAsString()).isEqualTo(ACCOUNT + "echo:live");
    assertThat(answer.get("version").getAsString()).isEqualTo("1");
    assertThat(answer.get("remaining").getAsInt()).isBetween(1, 4000);
    assertThat(answer.get("heap").getAsLong()).isLessThan(256L << 20);
    assertThat(answer.get("loader").getAsString()).isEqualTo("CustomerClassLoader");
    assertThat(answer.getAsJsonObject("environment").keySet())
        .containsExactlyInAnyOrder(
            "AWS_ACCESS_KEY_ID",
            "AWS_DEFAULT_REGION",
            "AWS_ENDPOINT_URL",
            "AWS_EXECUTION_ENV",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
            "AWS_LAMBDA_FUNCTION_NAME",
            "AWS_LAMBDA_FUNCTION_VERSION",
            "AWS_LAMBDA_INITIALIZATION_TYPE",
            "AWS_LAMBDA_LOG_GROUP_NAME",
            "AWS_LAMBDA_LOG_STREAM_NAME",
            "AWS_LAMBDA_RUNTIME_API",
            "AWS_REGION",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_SESSION_TOKEN",
            "GIVEN",
            "LAMBDA_TASK_ROOT",
            "LANG",
            "PATH",
            "TZ",
            "_HANDLER");
  }

  @Test
  void oneProcessServesOneCallAfterTheOther() {
    JsonObject first = answered(invoke("echo", "{}"));
    JsonObject second = answered(invoke("echo", "{}"));
    assertThat(second.get("pid")).isEqualTo(first.get("pid"));
  }

  @Test
  void callsAtTheSameTimeAreServedByTheSameProcess() {
    List<CompletableFuture<Invocation>> calls =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> invoke("echo", "{}"), THREADS))
            .limit(8)
            .toList();
    assertThat(calls.stream().map(call -> answered(call.join()).get("pid")).distinct()).hasSize(1);
  }

  @Test
  void logHoldsWhatTheFunctionSaysBetweenTheLinesOfLambda() throws IOException {
    answered(invoke("echo", "{}"));
    String log = Files.readString(directory.resolve("logs/echo.log"));
    assertThat(log)
        .containsSubsequence("INIT_START", "START ", "echo says hello", "END ", "REPORT ");
  }

  @Test
  void exceptionIsThePayload() {
    Failed failed = failed(invoke("thrower", "\"no such luck\""));
    assertThat(failed.errorMessage()).isEqualTo("no such luck");
    assertThat(json(failed.payload()).get("errorType").getAsString())
        .isEqualTo("java.lang.IllegalStateException");
  }

  @Test
  void functionThatRunsIntoItsTimeoutIsKilledAndStartsAfresh() {
    Failed failed = failed(invoke("sleeper", "{\"millis\":\"60000\"}"));
    assertThat(failed.errorMessage())
        .matches("\\S+Z [0-9a-f-]{36} Task timed out after 2\\.00 seconds");
    assertThat(invoke("sleeper", "{\"millis\":\"0\"}")).isEqualTo(new Answered("\"slept\""));
  }

  @Test
  void impatientCallerIsGivenUpAndTheRunGoesOn() {
    Path file = directory.resolve("left");
    String event = "{\"millis\":\"500\",\"file\":\"%s\"}".formatted(file);
    assertThat(invoke("sleeper", event, Duration.ofMillis(100))).isEqualTo(new GivenUp());
    assertThat(invoke("sleeper", "{\"millis\":\"0\"}")).isInstanceOf(Answered.class);
    assertThat(file).exists();
  }

  @Test
  void exitedProcessIsSaidAsLambdaSaysItAndReplaced() {
    assertThat(failed(invoke("exiter", "129")).payload())
        .matches(
            "\\{\"errorType\":\"Runtime.ExitError\",\"errorMessage\":\"RequestId: [0-9a-f-]{36}"
                + " Error: Runtime exited with error: exit status 129\"}");
    assertThat(failed(invoke("exiter", "0")).errorMessage())
        .endsWith("Error: Runtime exited without providing a reason");
    assertThat(invoke("exiter", "-1")).isEqualTo(new Answered("\"stayed\""));
  }

  @Test
  void killedProcessIsReplacedUnnoticed() {
    long pid = answered(invoke("echo", "{}")).get("pid").getAsLong();
    ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
    process.destroyForcibly();
    process.onExit().join();
    assertThat(answered(invoke("echo", "{}")).get("pid").getAsLong()).isNotEqualTo(pid);
  }

  @Test
  void failedInitIsThePayloadOfEveryCall() {
    for (int i = 0; i < 2; i++) {
      assertThat(failed(invoke("init-failer", "\"\"")).errorMessage())
          .contains("The environment variable NEEDED is not set");
    }
  }

  @Test
  void misspeltHandlerIsThePayload() {
    assertThat(failed(invoke("misspelt", "\"\"")).errorMessage())
        .isEqualTo("Class not found: dev.gatehouse.local.functions.handlers.Mispelt");
  }

  @Test
  void initOfASnapshotDoesNotCountAgainstThePatienceOfTheCaller() {
    Duration lessThanTheInit = Duration.ofMillis(2500);
    assertThat(invoke("slow-snapshot", "\"a\"", lessThanTheInit)).isEqualTo(new Answered("\"a\""));
    assertThat(invoke("slow-on-demand", "\"a\"", lessThanTheInit)).isEqualTo(new GivenUp());
  }

  @Test
  void hooksOfASnapshotRunBeforeTheFirstEvent() {
    assertThat(invoke("snapshot", "{}")).isEqualTo(new Answered("[\"primed\",\"restored\"]"));
    assertThat(invoke("no-snapshot", "{}")).isEqualTo(new Answered("[]"));
  }

  @Test
  void callIsToldWithWhoCalledAndWhetherItWasCold() {
    answered(invoke("echo", "{}"));
    CALLS.clear();
    answered(invoke("echo", "{}"));
    Call call = CALLS.element();
    assertThat(call.function()).isEqualTo("echo");
    assertThat(call.caller()).isEqualTo(COGNITO);
    assertThat(call.event()).isEqualTo("{}");
    assertThat(call.answer()).contains("\"pid\"");
    assertThat(call.cold()).isFalse();
    assertThat(call.outcome()).isEqualTo("answered");
  }

  @Test
  void callerWithoutPermissionIsDenied() {
    assertThat(functions.invoke(ACCOUNT + "echo", COGNITO, POOL, "{}", PATIENCE))
        .isEqualTo(new Denied());
    assertThat(functions.invoke(ACCOUNT + "echo:live", COGNITO, POOL + "x", "{}", PATIENCE))
        .isEqualTo(new Denied());
  }

  @Test
  void unknownFunctionIsNotFound() {
    assertThat(invoke("nobody", "{}")).isEqualTo(new NotFound());
    assertThat(functions.invoke(ACCOUNT + "echo:dead", COGNITO, POOL, "{}", PATIENCE))
        .isEqualTo(new NotFound());
  }

  private static Invocation invoke(String function, String event) {
    return invoke(function, event, PATIENCE);
  }

  private static Invocation invoke(String function, String event, Duration patience) {
    return functions.invoke(ACCOUNT + function + ":live", COGNITO, POOL, event, patience);
  }

  private static JsonObject answered(Invocation invocation) {
    assertThat(invocation).isInstanceOf(Answered.class);
    return json(((Answered) invocation).payload());
  }

  private static Failed failed(Invocation invocation) {
    assertThat(invocation).isInstanceOf(Failed.class);
    return (Failed) invocation;
  }

  private static JsonObject json(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }
}
