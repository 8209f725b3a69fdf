package dev.gatehouse.local.lambda.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.classarchive.FunctionClassArchive;
import dev.gatehouse.local.faults.Faults;
import dev.gatehouse.local.lambda.HandlersArchive;
import dev.gatehouse.local.lambda.LambdaPlan;
import dev.gatehouse.local.lambda.invoke.FunctionConcurrency;
import dev.gatehouse.local.lambda.invoke.InvocationResult;
import dev.gatehouse.local.lambda.invoke.InvocationResult.Succeeded;
import dev.gatehouse.local.lambda.registry.ExecutionRoles;
import dev.gatehouse.local.lambda.registry.FunctionRegistry;
import dev.gatehouse.local.lambda.registry.LambdaVersion;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The end of execution environments that no event needs any more. */
@Tag("extended")
@Timeout(120)
class IdleEnvironmentsIT {
  private static final Duration IDLE_LIMIT = Duration.ofMillis(800);

  @Test
  void environmentThatIsIdleEndsAndTheLastOneStays(@TempDir Path directory) throws Exception {
    assertThat(HandlersArchive.write(directory)).exists();
    try (FunctionArchives archives = new FunctionArchives(directory.resolve("functions"));
        InvocationQueue queue = queue(directory, archives)) {
      PendingInvocation first = submit(queue, 5_000);
      PendingInvocation second = submit(queue, 5_000);
      while (processes().size() < 2) {
        Thread.sleep(20);
      }
      assertThat(result(first)).isInstanceOf(Succeeded.class);
      assertThat(result(second)).isInstanceOf(Succeeded.class);

      while (processes().size() > 1) {
        Thread.sleep(20);
      }
      List<ProcessHandle> last = processes();
      // Four times as long as the ones before.
      Thread.sleep(IDLE_LIMIT.multipliedBy(4));
      assertThat(processes()).isEqualTo(last).hasSize(1);
      assertThat(result(submit(queue, 0))).isInstanceOf(Succeeded.class);
      assertThat(processes()).as("still warm").isEqualTo(last);
    }
    assertThat(processes()).isEmpty();
  }

  private static InvocationQueue queue(Path directory, FunctionArchives archives) {
    LambdaPlan plan = new LambdaPlan().function("sleeper", "Sleeper", "{timeout: 30}");
    LambdaVersion version =
        List.copyOf(new FunctionRegistry(plan.plan(), directory).versions()).getLast();
    FunctionTelemetry telemetry =
        new FunctionTelemetry(version.function(), ExecutionRoles.UNRESTRICTED, Set.of());
    ProcessLauncher launcher =
        new ProcessLauncher(
            new RuntimeInterfaceClient(directory.resolve("native")),
            archives,
            new EnvironmentVariables.Endpoints(
                URI.create("http://localhost"), URI.create("http://localhost")),
            ExecutionRoles.UNRESTRICTED,
            new Faults(),
            FunctionClassArchive.Mode.USE);
    return new InvocationQueue(
        version,
        launcher,
        FunctionLog.create(directory, "sleeper", telemetry),
        FunctionConcurrency.of(OptionalInt.empty(), new Semaphore(1_000)),
        IDLE_LIMIT);
  }

  private static PendingInvocation submit(InvocationQueue queue, int millis) {
    return queue.submit(LambdaPlan.ACCOUNT + "sleeper", "{\"millis\":\"" + millis + "\"}");
  }

  private static InvocationResult result(PendingInvocation invocation) {
    return invocation.completion().join().result();
  }

  private static List<ProcessHandle> processes() {
    return ProcessHandle.current().children().filter(ProcessHandle::isAlive).toList();
  }
}
