package dev.gatehouse.local.lambda;

import static dev.gatehouse.local.lambda.LambdaPlan.ACCOUNT;
import static dev.gatehouse.local.lambda.LambdaPlan.COGNITO;
import static dev.gatehouse.local.lambda.LambdaPlan.POOL;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.local.lambda.invoke.FunctionCall;
import dev.gatehouse.local.lambda.invoke.InvocationResult;
import dev.gatehouse.local.lambda.invoke.InvocationResult.AccessDenied;
import dev.gatehouse.local.lambda.invoke.InvocationResult.Failed;
import dev.gatehouse.local.lambda.invoke.InvocationResult.NotFound;
import dev.gatehouse.local.lambda.invoke.InvocationResult.Succeeded;
import dev.gatehouse.local.lambda.invoke.InvocationResult.TimedOut;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class LambdaIT {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final String SNAP = "snapStart: {applyOn: PublishedVersions}";

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  static Path directory;

  private static final Queue<FunctionCall> CALLS = new ConcurrentLinkedQueue<>();
  private static Lambda functions;

  @BeforeAll
  static void createFunctions() throws IOException {
    HandlersArchive.write(directory);
    LambdaPlan plan =
        new LambdaPlan()
            .live(
                "echo", "Echo", SNAP + ", memorySize: 256, environment: {variables: {GIVEN: yes}}")
            .live("thrower", "Thrower", SNAP)
            .live("sleeper", "Sleeper", "timeout: 2, " + SNAP)
            .live("exiter", "Exiter", "snapStart: {}")
            .live("init-failer", "InitFailer", SNAP)
            .live("snapshot", "SnapshotHooks", SNAP)
            .live("no-snapshot", "SnapshotHooks", "snapStart: {}")
            .live("slow-snapshot", "SlowStarter", SNAP)
            .live("slow-on-demand", "SlowStarter", "snapStart: {}")
            .live("misspelled", "Misspelled", SNAP);
    functions =
        Lambda.of(
            plan.plan(),
            new LambdaOptions(
                directory, directory, URI.create("http://localhost:4566"), CALLS::add));
  }

  @AfterAll
  static void closeFunctions() {
    functions.close();
    assertThat(ProcessHandle.current().descendants()).isEmpty();
  }

  @Test
  void environmentHasVariablesOfThePlanAndOfLambda() {
    JsonObject response = succeeded(invoke("echo", "{\"a\":\"ü\"}"));
    assertThat(response.getAsJsonObject("event").get("a").getAsString()).isEqualTo("ü");
    assertThat(response.get("arn").getAsString()).isEqualTo(ACCOUNT + "echo:live");
    assertThat(response.get("version").getAsString()).isEqualTo("1");
    assertThat(response.get("remaining").getAsInt()).isBetween(1, 4000);
    assertThat(response.get("heap").getAsLong()).isLessThan(256L << 20);
    assertThat(response.get("loader").getAsString()).isEqualTo("CustomerClassLoader");
    assertThat(response.getAsJsonObject("environment").keySet())
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
            "LC_ALL",
            "PATH",
            "TZ",
            "_HANDLER");
  }

  @Test
  void consecutiveCallsUseTheSameProcess() {
    JsonObject first = succeeded(invoke("echo", "{}"));
    JsonObject second = succeeded(invoke("echo", "{}"));
    assertThat(second.get("pid")).isEqualTo(first.get("pid"));
  }

  @Test
  void logHasOutputOfTheFunctionBetweenLinesOfLambda() throws IOException {
    succeeded(invoke("echo", "{}"));
    String log = Files.readString(directory.resolve("logs/echo.log"));
    assertThat(log)
        .containsSubsequence("INIT_START", "START ", "echo says hello", "END ", "REPORT ");
  }

  @Test
  void exceptionBecomesTheErrorPayload() {
    Failed failed = failed(invoke("thrower", "\"no such luck\""));
    assertThat(failed.errorMessage()).isEqualTo("no such luck");
    assertThat(json(failed.payload()).get("errorType").getAsString())
        .isEqualTo("java.lang.IllegalStateException");
  }

  @Test
  @Tag("extended")
  void functionOverItsTimeoutIsKilledAndRestarted() {
    Failed failed = failed(invoke("sleeper", "{\"millis\":\"60000\"}"));
    assertThat(failed.errorMessage())
        .matches("\\S+Z [0-9a-f-]{36} Task timed out after 2\\.00 seconds");
    assertThat(invoke("sleeper", "{\"millis\":\"0\"}")).isEqualTo(new Succeeded("\"slept\""));
  }

  @Test
  void functionRunsOnAfterTheCallerTimedOut() {
    Path file = directory.resolve("left");
    String event = "{\"millis\":\"500\",\"file\":\"%s\"}".formatted(file);
    assertThat(invoke("sleeper", event, Duration.ofMillis(100))).isEqualTo(new TimedOut());
    assertThat(invoke("sleeper", "{\"millis\":\"0\"}")).isInstanceOf(Succeeded.class);
    assertThat(file).exists();
  }

  @Test
  void exitedProcessIsReportedAndReplaced() {
    assertThat(failed(invoke("exiter", "129")).payload())
        .matches(
            "\\{\"errorType\":\"Runtime.ExitError\",\"errorMessage\":\"RequestId: [0-9a-f-]{36}"
                + " Error: Runtime exited with error: exit status 129\"}");
    assertThat(failed(invoke("exiter", "0")).errorMessage())
        .endsWith("Error: Runtime exited without providing a reason");
    assertThat(invoke("exiter", "-1")).isEqualTo(new Succeeded("\"stayed\""));
  }

  @Test
  void killedProcessIsReplaced() {
    long pid = succeeded(invoke("echo", "{}")).get("pid").getAsLong();
    ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
    process.destroyForcibly();
    process.onExit().join();
    assertThat(succeeded(invoke("echo", "{}")).get("pid").getAsLong()).isNotEqualTo(pid);
  }

  @Test
  void failedInitFailsEveryCall() {
    for (int i = 0; i < 2; i++) {
      assertThat(failed(invoke("init-failer", "\"\"")).errorMessage())
          .contains("The environment variable NEEDED is not set");
    }
  }

  @Test
  void unknownHandlerClassFailsTheCall() {
    assertThat(failed(invoke("misspelled", "\"\"")).errorMessage())
        .isEqualTo("Class not found: dev.gatehouse.local.lambda.handlers.Misspelled");
  }

  @Test
  @Tag("extended")
  void initOfASnapshotDoesNotCountTowardsTheTimeout() {
    Duration lessThanTheInit = Duration.ofMillis(2500);
    assertThat(invoke("slow-snapshot", "\"a\"", lessThanTheInit)).isEqualTo(new Succeeded("\"a\""));
    assertThat(invoke("slow-on-demand", "\"a\"", lessThanTheInit)).isEqualTo(new TimedOut());
  }

  @Test
  void snapshotHooksRunBeforeTheFirstEvent() {
    assertThat(invoke("snapshot", "{}")).isEqualTo(new Succeeded("[\"primed\",\"restored\"]"));
    assertThat(invoke("no-snapshot", "{}")).isEqualTo(new Succeeded("[]"));
  }

  @Test
  void callIsRecordedWithCallerAndColdStart() {
    succeeded(invoke("echo", "{}"));
    CALLS.clear();
    succeeded(invoke("echo", "{}"));
    FunctionCall call = CALLS.element();
    assertThat(call.function()).isEqualTo("echo");
    assertThat(call.caller()).isEqualTo(COGNITO);
    assertThat(call.event()).isEqualTo("{}");
    assertThat(call.response()).contains("\"pid\"");
    assertThat(call.cold()).isFalse();
    assertThat(call.outcome()).isEqualTo("succeeded");
  }

  @Test
  void callerWithoutPermissionIsDenied() {
    assertThat(functions.invoke(ACCOUNT + "echo", COGNITO, POOL, "{}", TIMEOUT))
        .isEqualTo(new AccessDenied());
    assertThat(functions.invoke(ACCOUNT + "echo:live", COGNITO, POOL + "x", "{}", TIMEOUT))
        .isEqualTo(new AccessDenied());
  }

  @Test
  void unknownFunctionIsNotFound() {
    assertThat(invoke("missing", "{}")).isEqualTo(new NotFound());
    assertThat(functions.invoke(ACCOUNT + "echo:missing", COGNITO, POOL, "{}", TIMEOUT))
        .isEqualTo(new NotFound());
  }

  private static InvocationResult invoke(String function, String event) {
    return invoke(function, event, TIMEOUT);
  }

  private static InvocationResult invoke(String function, String event, Duration timeout) {
    return functions.invoke(ACCOUNT + function + ":live", COGNITO, POOL, event, timeout);
  }

  private static JsonObject succeeded(InvocationResult result) {
    assertThat(result).isInstanceOf(Succeeded.class);
    return json(((Succeeded) result).payload());
  }

  private static Failed failed(InvocationResult result) {
    assertThat(result).isInstanceOf(Failed.class);
    return (Failed) result;
  }

  private static JsonObject json(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }
}
