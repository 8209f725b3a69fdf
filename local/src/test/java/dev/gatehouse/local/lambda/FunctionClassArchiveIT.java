package dev.gatehouse.local.lambda;

import static dev.gatehouse.local.lambda.LambdaPlan.ACCOUNT;
import static dev.gatehouse.local.lambda.LambdaPlan.COGNITO;
import static dev.gatehouse.local.lambda.LambdaPlan.POOL;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.local.classarchive.ClassArchiveFlags;
import dev.gatehouse.local.classarchive.FunctionClassArchive;
import dev.gatehouse.local.faults.Faults;
import dev.gatehouse.local.lambda.invoke.InvocationResult;
import dev.gatehouse.local.lambda.registry.ExecutionRoles;
import dev.gatehouse.local.lambda.runtime.EnvironmentVariables;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.state.StateStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("extended")
@Timeout(120)
class FunctionClassArchiveIT {

  private static final ClassArchiveFlags FLAGS = ClassArchiveFlags.of(Runtime.version().feature());
  private static final String SUFFIX = FLAGS.file().replaceAll(".*(?=\\.)", "");

  @TempDir Path directory = Path.of("");

  private Lambda functions(FunctionClassArchive.Mode mode) {
    Plan plan =
        new LambdaPlan().live("echo", "Echo", "snapStart: {applyOn: PublishedVersions}").plan();
    return Lambda.of(
        plan,
        new LambdaOptions(
            directory,
            directory,
            directory.resolve("logs"),
            new EnvironmentVariables.Endpoints(
                URI.create("http://localhost"), URI.create("http://localhost")),
            ExecutionRoles.UNRESTRICTED,
            call -> {},
            new Faults(),
            StateStore.none(),
            mode,
            Clock.systemUTC()));
  }

  /** Returns the name of the class loader of a function, which has answered an event. */
  private static String classLoader(Lambda functions) {
    InvocationResult result =
        functions.invoke(ACCOUNT + "echo:live", COGNITO, POOL, "{\"a\":1}", Duration.ofMinutes(1));
    assertThat(result).isInstanceOf(InvocationResult.Succeeded.class);
    JsonObject echo =
        JsonParser.parseString(((InvocationResult.Succeeded) result).payload()).getAsJsonObject();
    assertThat(echo.get("event")).hasToString("{\"a\":1}");
    return echo.get("loader").getAsString();
  }

  private List<Path> archives() throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve("functions"))) {
      return files.filter(file -> file.toString().endsWith(SUFFIX)).toList();
    }
  }

  private List<String> commandOfTheFunction() {
    return ProcessHandle.current()
        .children()
        .flatMap(child -> Stream.of(child.info().arguments().orElse(new String[0])))
        .toList();
  }

  @Test
  void functionRecordsItsClassesAndStartsFromThem() throws IOException {
    HandlersArchive.write(directory);
    try (Lambda functions = functions(FunctionClassArchive.Mode.USE)) {
      assertThat(classLoader(functions)).isEqualTo("CustomerClassLoader");
      assertThat(commandOfTheFunction()).noneMatch(flag -> flag.startsWith(FLAGS.use() + "="));
    }
    assertThat(archives()).isEmpty();
    try (Lambda functions = functions(FunctionClassArchive.Mode.RECORD)) {
      assertThat(functions.warmUp()).isEmpty();
      assertThat(classLoader(functions)).isEqualTo("AppClassLoader");
    }
    assertThat(archives()).singleElement().satisfies(file -> assertThat(file).isNotEmptyFile());
    try (Lambda functions = functions(FunctionClassArchive.Mode.USE)) {
      assertThat(classLoader(functions)).isEqualTo("AppClassLoader");
      assertThat(commandOfTheFunction()).contains(FLAGS.use() + "=" + archives().getFirst());
    }
  }
}
