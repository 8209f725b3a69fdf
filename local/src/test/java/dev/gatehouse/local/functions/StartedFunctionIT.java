package dev.gatehouse.local.functions;

import static dev.gatehouse.local.functions.PlanFile.ACCOUNT;
import static dev.gatehouse.local.functions.PlanFile.COGNITO;
import static dev.gatehouse.local.functions.PlanFile.POOL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.functions.Invocation.Answered;
import dev.gatehouse.local.functions.Invocation.Denied;
import dev.gatehouse.local.functions.Invocation.NotFound;
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

/** A function that nobody waits for, as Cognito calls its custom senders. */
class StartedFunctionIT {

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit gives it
  static Path directory;

  private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();

  @SuppressWarnings("NullAway.Init") // made before each test
  private Functions functions;

  @BeforeEach
  void startTheMachine() throws IOException {
    HandlersZip.write(directory);
    PlanFile plan =
        new PlanFile()
            .live("echo", "Echo", "snapStart: {}")
            .live("thrower", "Thrower", "snapStart: {}");
    functions =
        Functions.of(
            plan.plan(),
            new Functions.Settings(
                directory, directory, URI.create("http://localhost:4566"), calls::add));
  }

  @AfterEach
  void stopTheMachine() {
    functions.close();
  }

  private Invocation start(String function, String principal) {
    return functions.start(ACCOUNT + function, principal, POOL, "{}");
  }

  private @Nullable Call ended() throws InterruptedException {
    return calls.poll(60, TimeUnit.SECONDS);
  }

  @Test
  void callerGoesOnWhileTheFunctionStarts() throws InterruptedException {
    assertThat(start("echo:live", COGNITO)).isEqualTo(new Answered(""));
    assertThat(calls).isEmpty();
    assertThat(ended()).isNotNull().extracting(Call::outcome).isEqualTo("answered");
  }

  @Test
  void failureIsToldToNobodyButTheLog() throws InterruptedException {
    assertThat(start("thrower:live", COGNITO)).isEqualTo(new Answered(""));
    assertThat(ended()).isNotNull().extracting(Call::outcome).isNotEqualTo("answered");
  }

  @Test
  void whoMayNotCallIsToldAtOnce() {
    assertThat(start("echo:live", "events.amazonaws.com")).isEqualTo(new Denied());
    assertThat(start("gone", COGNITO)).isEqualTo(new NotFound());
    assertThat(calls).hasSize(2);
  }
}
