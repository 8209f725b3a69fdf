package dev.gatehouse.local.lambda.runtime;

import dev.gatehouse.local.classarchive.FunctionClassArchive;
import dev.gatehouse.local.classarchive.FunctionClassArchive.Recording;
import dev.gatehouse.local.faults.FaultEffect;
import dev.gatehouse.local.faults.Faults;
import dev.gatehouse.local.lambda.registry.ExecutionRoles;
import dev.gatehouse.local.lambda.registry.LambdaFunction;
import dev.gatehouse.local.lambda.registry.LambdaVersion;
import dev.gatehouse.local.process.ChildCommand;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Launcher of the processes of functions. */
public record ProcessLauncher(
    RuntimeInterfaceClient client,
    FunctionArchives archives,
    EnvironmentVariables.Endpoints endpoints,
    ExecutionRoles roles,
    Faults faults,
    FunctionClassArchive.Mode classes)
    implements EnvironmentLauncher {

  @Override
  public ExecutionEnvironment launch(LambdaVersion version, FunctionLog log) throws IOException {
    String function = version.function().name();
    faults
        .ofFunction(function, FaultEffect.SLOW_START)
        .ifPresent(fault -> Faults.pause(fault.delay()));
    Path taskRoot = archives.unpack(version.function().archive());
    FunctionClassArchive archive = FunctionClassArchive.of(taskRoot);
    @Nullable Recording recording =
        classes == FunctionClassArchive.Mode.RECORD && archive.isPossible()
            ? archive.record()
            : null;
    ProcessBuilder builder = new ProcessBuilder(command(version.function(), archive, recording));
    builder.directory(taskRoot.toFile());
    builder.redirectErrorStream(true);
    builder.redirectOutput(Redirect.appendTo(log.file().toFile()));
    RuntimeApi api = new RuntimeApi();
    try {
      builder.environment().clear();
      builder
          .environment()
          .putAll(
              EnvironmentVariables.of(
                  version,
                  taskRoot,
                  api.address(),
                  endpoints,
                  roles.credentials(version.function())));
      Process process = builder.start();
      process.getOutputStream().close();
      return new ExecutionEnvironment(
          process, api, new FunctionFaults(function, faults), recording);
    } catch (IOException e) {
      api.close();
      throw e;
    }
  }

  private List<String> command(
      LambdaFunction function, FunctionClassArchive archive, @Nullable Recording recording)
      throws IOException {
    if (recording != null) {
      // It ends by a signal.
      return client.command(function, recording.flags(), archive.jars());
    }
    return ChildCommand.ignoringSignals(
        archive.isUsable()
            ? client.command(function, archive.use(), archive.jars())
            : client.command(function, List.of(), List.of()));
  }
}
