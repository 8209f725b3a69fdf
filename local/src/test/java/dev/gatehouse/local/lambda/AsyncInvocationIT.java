package dev.gatehouse.local.lambda;

import static dev.gatehouse.local.lambda.LambdaPlan.ACCOUNT;
import static dev.gatehouse.local.lambda.LambdaPlan.COGNITO;
import static dev.gatehouse.local.lambda.LambdaPlan.POOL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.lambda.invoke.FunctionCall;
import dev.gatehouse.local.lambda.invoke.InvocationResult;
import dev.gatehouse.local.lambda.invoke.InvocationResult.AccessDenied;
import dev.gatehouse.local.lambda.invoke.InvocationResult.NotFound;
import dev.gatehouse.local.lambda.invoke.InvocationResult.Succeeded;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asynchronous invocations, as Cognito invokes custom senders. */
class AsyncInvocationIT {

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  static Path directory;

  private final BlockingQueue<FunctionCall> calls = new LinkedBlockingQueue<>();

  @SuppressWarnings("NullAway.Init") // set before each test
  private Lambda functions;

  @BeforeEach
  void createFunctions() throws IOException {
    HandlersArchive.write(directory);
    LambdaPlan plan =
        new LambdaPlan()
            .live("echo", "Echo", "snapStart: {}")
            .live("thrower", "Thrower", "snapStart: {}");
    functions =
        Lambda.of(
            plan.plan(),
            new LambdaOptions(
                directory, directory, URI.create("http://localhost:4566"), calls::add));
  }

  @AfterEach
  void closeFunctions() {
    functions.close();
  }

  private InvocationResult invokeAsync(String function, String principal) {
    return functions.invokeAsync(ACCOUNT + function, principal, POOL, "{}");
  }

  private @Nullable FunctionCall nextCall() throws InterruptedException {
    return calls.poll(60, TimeUnit.SECONDS);
  }

  @Test
  void callerDoesNotWaitForTheFunction() throws InterruptedException {
    assertThat(invokeAsync("echo:live", COGNITO)).isEqualTo(new Succeeded(""));
    assertThat(calls).isEmpty();
    assertThat(nextCall()).isNotNull().extracting(FunctionCall::outcome).isEqualTo("succeeded");
  }

  @Test
  void failureIsOnlyLogged() throws InterruptedException {
    assertThat(invokeAsync("thrower:live", COGNITO)).isEqualTo(new Succeeded(""));
    assertThat(nextCall()).isNotNull().extracting(FunctionCall::outcome).isNotEqualTo("succeeded");
  }

  @Test
  void deniedAndMissingFunctionsReturnAtOnce() {
    assertThat(invokeAsync("echo:live", "events.amazonaws.com")).isEqualTo(new AccessDenied());
    assertThat(invokeAsync("missing", COGNITO)).isEqualTo(new NotFound());
    assertThat(calls).hasSize(2);
  }
}
