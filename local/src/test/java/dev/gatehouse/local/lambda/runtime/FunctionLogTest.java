package dev.gatehouse.local.lambda.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.lambda.LambdaPlan;
import dev.gatehouse.local.lambda.registry.ExecutionRoles;
import dev.gatehouse.local.lambda.registry.LambdaFunction;
import dev.gatehouse.local.lambda.registry.LambdaVersion;
import dev.gatehouse.local.lambda.runtime.FunctionTelemetry.TraceCounts;
import dev.gatehouse.local.lambda.runtime.RuntimeApi.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lambda's logs and traces with and without the permissions of the function's role. */
class FunctionLogTest {
  private static final String GROUP = "/aws/lambda/echo";

  @TempDir Path directory = Path.of("");

  private final Set<String> denied = new HashSet<>();
  private final LambdaFunction function =
      new LambdaFunction(
          new LambdaPlan()
              .function("echo", "Echo", "{tracingConfig: {mode: Active}}")
              .plan()
              .resources()
              .getFirst(),
          Path.of("echo.zip"));
  private final LambdaVersion version = new LambdaVersion(function, "1");
  private FunctionTelemetry telemetry = telemetry(Set.of(GROUP));
  private FunctionLog log;

  private FunctionTelemetry telemetry(Set<String> logGroups) {
    return new FunctionTelemetry(
        function,
        new ExecutionRoles() {
          @Override
          public Map<String, String> credentials(LambdaFunction of) {
            return Map.of();
          }

          @Override
          public Optional<String> refusal(LambdaFunction of, String action, String resource) {
            return denied.contains(action) ? Optional.of("no " + action) : Optional.empty();
          }
        },
        logGroups);
  }

  @BeforeEach
  void createLog() {
    log = FunctionLog.create(directory, "echo", telemetry);
  }

  /** Plays an invocation whose process writes a line. */
  private void invoke(String line) throws IOException {
    Event event = new Event("request", "trace", "arn", Instant.EPOCH, "{}");
    log.start(event, "1");
    Files.writeString(log.file(), line + "\n", StandardOpenOption.APPEND);
    log.end(event, Duration.ofMillis(5), version, false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"logs:CreateLogStream", "logs:PutLogEvents"})
  void logStaysEmptyWithoutThePermission(String missing) throws Exception {
    denied.add(missing);
    invoke("secret of nobody");

    assertThat(log.file()).isEmptyFile();

    denied.clear();
    invoke("now it is there");

    assertThat(Files.readString(log.file())).contains("now it is there").doesNotContain("nobody");
  }

  @Test
  void earlierLinesStayWhenThePermissionIsTakenAway() throws Exception {
    invoke("first");
    String before = Files.readString(log.file());
    denied.add("logs:PutLogEvents");
    invoke("second");

    assertThat(log.file()).hasContent(before);
  }

  @Test
  void missingLogGroupNeedsThePermissionToCreateIt() throws Exception {
    denied.add("logs:CreateLogGroup");
    invoke("into the declared group");
    assertThat(log.file()).isNotEmptyFile();

    telemetry = telemetry(Set.of());
    createLog();
    invoke("into no group");
    assertThat(log.file()).isEmptyFile();
  }

  @Test
  void tracesWithoutThePermissionAreCountedAsLost() throws Exception {
    invoke("one");
    denied.add("xray:PutTraceSegments");
    invoke("two");
    denied.add("xray:PutTelemetryRecords");
    invoke("three");

    assertThat(telemetry.traces()).isEqualTo(new TraceCounts(1, 2, 1));
  }
}
