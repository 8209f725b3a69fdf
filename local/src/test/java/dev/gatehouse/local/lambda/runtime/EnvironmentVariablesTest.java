package dev.gatehouse.local.lambda.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.lambda.LambdaPlan;
import dev.gatehouse.local.lambda.registry.LambdaFunction;
import dev.gatehouse.local.lambda.registry.LambdaVersion;
import dev.gatehouse.local.plan.Plan;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentVariablesTest {

  @Test
  void hasVariablesOfThePlanAndOfLambda() {
    Map<String, String> environment =
        environment(
            "1",
            "{memorySize: 512, snapStart: {applyOn: PublishedVersions},"
                + " environment: {variables: {USERS_TABLE: users}}}");
    assertThat(environment)
        .containsEntry("USERS_TABLE", "users")
        .containsEntry("_HANDLER", "dev.gatehouse.local.lambda.handlers.Echo")
        .containsEntry("AWS_REGION", "us-east-1")
        .containsEntry("AWS_ACCESS_KEY_ID", "ASIAEXAMPLE")
        .containsEntry("AWS_ENDPOINT_URL", "http://localhost:4566")
        .containsEntry("AWS_EXECUTION_ENV", "AWS_Lambda_java21")
        .containsEntry("AWS_LAMBDA_FUNCTION_NAME", "f")
        .containsEntry("AWS_LAMBDA_FUNCTION_VERSION", "1")
        .containsEntry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512")
        .containsEntry("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start")
        .containsEntry("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/f")
        .containsEntry("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:9001")
        .containsEntry("LAMBDA_TASK_ROOT", "/var/task")
        .doesNotContainKeys("HOME", "USER", "JAVA_HOME", "AWS_LAMBDA_LOG_FORMAT");
    assertThat(environment.get("AWS_LAMBDA_LOG_STREAM_NAME"))
        .matches("\\d{4}/\\d\\d/\\d\\d/\\[1][0-9a-f]{32}");
  }

  @Test
  void latestDoesNotStartFromASnapshot() {
    assertThat(environment("$LATEST", "{snapStart: {applyOn: PublishedVersions}}"))
        .containsEntry("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
  }

  @Test
  void loggingConfigurationReachesTheRuntimeClient() {
    assertThat(
            environment(
                "1",
                "{loggingConfig: {logFormat: JSON, applicationLogLevel: WARN, logGroup: mine}}"))
        .containsEntry("AWS_LAMBDA_LOG_FORMAT", "JSON")
        .containsEntry("AWS_LAMBDA_LOG_LEVEL", "WARN")
        .containsEntry("AWS_LAMBDA_LOG_GROUP_NAME", "mine");
  }

  @Test
  void functionsArePrimedOnceSinceNoSnapshotFollows() {
    assertThat(environment("1", "{environment: {variables: {PRIMING_ROUNDS: '400'}}}"))
        .containsEntry("PRIMING_ROUNDS", "once");
    assertThat(environment("1", "{}")).doesNotContainKey("PRIMING_ROUNDS");
  }

  @Test
  void addressOfTheApiIsTheEmulatorsWhereTheFunctionHasOne() {
    assertThat(
            environment("1", "{environment: {variables: {API_URL: 'https://api.gatehouse.test'}}}"))
        .containsEntry("API_URL", "http://localhost:8080");
    assertThat(environment("1", "{}")).doesNotContainKey("API_URL");
  }

  private static Map<String, String> environment(String version, String inputs) {
    Plan plan = new LambdaPlan().function("f", "Echo", inputs).plan();
    LambdaFunction function = new LambdaFunction(plan.resources().getFirst(), Path.of("f.zip"));
    return EnvironmentVariables.of(
        new LambdaVersion(function, version),
        Path.of("/var/task"),
        "127.0.0.1:9001",
        new EnvironmentVariables.Endpoints(
            URI.create("http://localhost:4566"), URI.create("http://localhost:8080")),
        Map.of("AWS_ACCESS_KEY_ID", "ASIAEXAMPLE"));
  }
}
