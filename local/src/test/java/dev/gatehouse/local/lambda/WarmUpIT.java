package dev.gatehouse.local.lambda;

import static dev.gatehouse.local.lambda.LambdaPlan.ACCOUNT;
import static dev.gatehouse.local.lambda.LambdaPlan.COGNITO;
import static dev.gatehouse.local.lambda.LambdaPlan.POOL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.lambda.invoke.FunctionCall;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class WarmUpIT {

  @Test
  void warmUpStartsFunctionsAndRecordsFailedInits(@TempDir Path directory)
      throws IOException, InterruptedException {
    HandlersArchive.write(directory);
    BlockingQueue<FunctionCall> calls = new LinkedBlockingQueue<>();
    LambdaPlan plan =
        new LambdaPlan()
            .live("echo", "Echo", "snapStart: {applyOn: PublishedVersions}")
            .live("init-failer", "InitFailer", "snapStart: {applyOn: PublishedVersions}");
    LambdaOptions options =
        new LambdaOptions(directory, directory, URI.create("http://localhost"), calls::add);
    try (Lambda functions = Lambda.of(plan.plan(), options)) {
      assertThat(functions.warmUp())
          .containsOnlyKeys("init-failer")
          .containsEntry("init-failer", "The environment variable NEEDED is not set");
      FunctionCall failedInit = calls.take();
      assertThat(failedInit.function()).isEqualTo("init-failer");
      assertThat(failedInit.caller()).isEqualTo("init");
      assertThat(failedInit.response()).contains("The environment variable NEEDED is not set");

      functions.invoke(ACCOUNT + "echo:live", COGNITO, POOL, "{}", Duration.ofMinutes(1));
      assertThat(calls.take().cold()).isFalse();
    }
    assertThat(ProcessHandle.current().descendants()).isEmpty();
  }

  @Test
  void whatAPoolCallsAfterASignUpStartsWithTheOthers(@TempDir Path directory) throws IOException {
    HandlersArchive.write(directory);
    LambdaPlan plan =
        new LambdaPlan()
            .live("echo", "Echo", "snapStart: {applyOn: PublishedVersions}")
            .live("init-failer", "InitFailer", "snapStart: {applyOn: PublishedVersions}")
            .add(
                "aws:cognito/userPool:UserPool",
                "pool",
                LambdaPlan.json(
                    "{lambdaConfig: {postConfirmation: '" + ACCOUNT + "init-failer:live'}}"),
                LambdaPlan.json("{}"));
    LambdaOptions options =
        new LambdaOptions(directory, directory, URI.create("http://localhost"), call -> {});
    try (Lambda functions = Lambda.of(plan.plan(), options)) {
      assertThat(functions.warmUp()).isEmpty();
      assertThat(functions.warmUpOthers()).containsOnlyKeys("init-failer");
    }
  }

  @Test
  @Tag("extended")
  void stopDuringTheWarmUpIsQuiet(@TempDir Path directory) throws Exception {
    HandlersArchive.write(directory);
    LambdaPlan plan =
        new LambdaPlan()
            .live("slow", "SlowStarter", "snapStart: {applyOn: PublishedVersions}")
            .live("echo", "Echo", "snapStart: {applyOn: PublishedVersions}");
    LambdaOptions options =
        new LambdaOptions(directory, directory, URI.create("http://localhost"), call -> {});
    PrintStream terminal = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      Lambda functions = Lambda.of(plan.plan(), options);
      CompletableFuture<Map<String, String>> errors =
          CompletableFuture.supplyAsync(functions::warmUp);
      while (ProcessHandle.current().children().findAny().isEmpty()) {
        Thread.sleep(10);
      }
      assertThat(errors).isNotDone();
      functions.close();
      assertThat(errors.get(20, TimeUnit.SECONDS)).isEmpty();
    } finally {
      System.setErr(terminal);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
  }
}
