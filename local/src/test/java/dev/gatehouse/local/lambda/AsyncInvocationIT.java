package dev.gatehouse.local.lambda;

import static dev.gatehouse.local.lambda.LambdaPlan.ACCOUNT;
import static dev.gatehouse.local.lambda.LambdaPlan.COGNITO;
import static dev.gatehouse.local.lambda.LambdaPlan.POOL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.classarchive.FunctionClassArchive;
import dev.gatehouse.local.clock.MovableClock;
import dev.gatehouse.local.faults.Faults;
import dev.gatehouse.local.lambda.invoke.FunctionCall;
import dev.gatehouse.local.lambda.invoke.InvocationResult;
import dev.gatehouse.local.lambda.invoke.InvocationResult.AccessDenied;
import dev.gatehouse.local.lambda.invoke.InvocationResult.NotFound;
import dev.gatehouse.local.lambda.invoke.InvocationResult.Succeeded;
import dev.gatehouse.local.lambda.registry.ExecutionRoles;
import dev.gatehouse.local.lambda.runtime.EnvironmentVariables;
import dev.gatehouse.local.state.StateStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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

  private final MovableClock clock = new MovableClock(Clock.systemUTC());
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
                directory,
                directory,
                directory.resolve("logs"),
                new EnvironmentVariables.Endpoints(
                    URI.create("http://localhost:4566"), URI.create("http://localhost:8080")),
                ExecutionRoles.UNRESTRICTED,
                calls::add,
                new Faults(),
                StateStore.none(),
                FunctionClassArchive.Mode.USE,
                clock));
    clock.whenMoved(List.of(functions::clockMoved));
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
  void failedEventIsSentAgainTwiceUnderTheSameRequestId() throws InterruptedException {
    assertThat(invokeAsync("thrower:live", COGNITO)).isEqualTo(new Succeeded(""));
    Set<String> ids = new HashSet<>();
    for (int attempt = 0; attempt < 3; attempt++) {
      FunctionCall call = callWithMovedClock();
      assertThat(call.outcome()).isEqualTo("failed");
      ids.add(call.id());
    }
    assertThat(ids).hasSize(1);
    clock.forward(Duration.ofMinutes(10));
    assertThat(calls).isEmpty();
  }

  /** Returns the next call; the clock is moved until an event that waits is sent again. */
  private FunctionCall callWithMovedClock() throws InterruptedException {
    @Nullable FunctionCall call = calls.poll(2, TimeUnit.SECONDS);
    for (int waits = 0; call == null && waits < 30; waits++) {
      clock.forward(Duration.ofMinutes(1));
      call = calls.poll(2, TimeUnit.SECONDS);
    }
    return Objects.requireNonNull(call);
  }

  @Test
  void deniedAndMissingFunctionsReturnAtOnce() {
    assertThat(invokeAsync("echo:live", "events.amazonaws.com")).isEqualTo(new AccessDenied());
    assertThat(invokeAsync("missing", COGNITO)).isEqualTo(new NotFound());
    assertThat(calls).hasSize(2);
  }
}
