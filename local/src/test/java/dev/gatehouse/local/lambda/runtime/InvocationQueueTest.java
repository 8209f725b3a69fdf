package dev.gatehouse.local.lambda.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.lambda.HandlersArchive;
import dev.gatehouse.local.lambda.LambdaPlan;
import dev.gatehouse.local.lambda.invoke.FunctionConcurrency;
import dev.gatehouse.local.lambda.invoke.InvocationResult.Failed;
import dev.gatehouse.local.lambda.registry.ExecutionRoles;
import dev.gatehouse.local.lambda.registry.FunctionRegistry;
import dev.gatehouse.local.lambda.registry.LambdaVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class InvocationQueueTest {

  @TempDir Path directory = Path.of("");

  @BeforeEach
  void writeArchive() throws IOException {
    Path zip = HandlersArchive.write(directory);
    assertThat(zip).exists();
  }

  private InvocationQueue queue(String inputs, EnvironmentLauncher launcher) {
    LambdaPlan plan = new LambdaPlan().function("echo", "Echo", inputs);
    LambdaVersion version =
        List.copyOf(new FunctionRegistry(plan.plan(), directory).versions()).getLast();
    FunctionTelemetry telemetry =
        new FunctionTelemetry(version.function(), ExecutionRoles.UNRESTRICTED, Set.of());
    return new InvocationQueue(
        version,
        launcher,
        FunctionLog.create(directory, "echo", telemetry),
        FunctionConcurrency.of(version.function().reservedConcurrency(), new Semaphore(1_000)),
        EnvironmentPool.IDLE_LIMIT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{publish: true, snapStart: {applyOn: PublishedVersions}}"})
  void callerGetsTheErrorOfAnEmulatorThatFails(String inputs) throws Exception {
    try (InvocationQueue queue = queue(inputs, InvocationQueueTest::overflow)) {
      for (int i = 0; i < 2; i++) {
        PendingInvocation invocation = queue.submit(LambdaPlan.ACCOUNT + "echo", "{}");

        assertThat(invocation.started()).succeedsWithin(Duration.ofSeconds(5));
        assertThat(invocation.completion().get(5, TimeUnit.SECONDS).result())
            .isInstanceOfSatisfying(
                Failed.class,
                failed -> assertThat(failed.errorMessage()).contains("StackOverflowError"));
      }
    }
  }

  @Test
  void warmUpEndsWithTheErrorOfAnEmulatorThatFails() throws Exception {
    try (InvocationQueue queue = queue("{}", InvocationQueueTest::overflow)) {
      @Nullable Failed failure = queue.warmUp().get(5, TimeUnit.SECONDS);

      assertThat(failure).isNotNull();
    }
  }

  @Test
  void eventDuringTheWarmUpStartsNoSecondProcess() throws Exception {
    CountDownLatch twoAtOnce = new CountDownLatch(2);
    CompletableFuture<Boolean> seen = new CompletableFuture<>();
    EnvironmentLauncher slow =
        (version, log) -> {
          twoAtOnce.countDown();
          seen.complete(await(twoAtOnce));
          throw new IOException("none here");
        };
    try (InvocationQueue queue = queue("{}", slow)) {
      CompletableFuture<@Nullable Failed> warmUp = queue.warmUp();
      PendingInvocation invocation = queue.submit(LambdaPlan.ACCOUNT + "echo", "{}");

      assertThat(seen.get(5, TimeUnit.SECONDS)).isFalse();
      assertThat(warmUp.get(5, TimeUnit.SECONDS)).isNotNull();
      assertThat(invocation.completion()).succeedsWithin(Duration.ofSeconds(5));
    }
  }

  /** Waits for what must not happen, so shortly; returns whether it did. */
  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(200, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ExecutionEnvironment overflow(LambdaVersion version, FunctionLog log) {
    throw new StackOverflowError("too deep in " + version.number() + log.file().getFileName());
  }
}
