package dev.gatehouse.local.functions;

import static dev.gatehouse.local.functions.PlanFile.ACCOUNT;
import static dev.gatehouse.local.functions.PlanFile.COGNITO;
import static dev.gatehouse.local.functions.PlanFile.POOL;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class WarmUpIT {

  @Test
  void warmFunctionAnswersWithoutAStartAndABrokenOneIsTold(@TempDir Path directory)
      throws IOException, InterruptedException {
    HandlersZip.write(directory);
    BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
    PlanFile plan =
        new PlanFile()
            .live("echo", "Echo", "snapStart: {applyOn: PublishedVersions}")
            .live("init-failer", "InitFailer", "snapStart: {applyOn: PublishedVersions}");
    Functions.Settings settings =
        new Functions.Settings(directory, directory, URI.create("http://localhost"), calls::add);
    try (Functions functions = Functions.of(plan.plan(), settings)) {
      functions.warmUp();
      Call broken = calls.take();
      assertThat(broken.function()).isEqualTo("init-failer");
      assertThat(broken.caller()).isEqualTo("init");
      assertThat(broken.answer()).contains("The environment variable NEEDED is not set");

      functions.invoke(ACCOUNT + "echo:live", COGNITO, POOL, "{}", Duration.ofMinutes(1));
      assertThat(calls.take().cold()).isFalse();
    }
    assertThat(ProcessHandle.current().descendants()).isEmpty();
  }
}
