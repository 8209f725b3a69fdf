package dev.gatehouse.local.lambda.runtime;

import dev.gatehouse.local.faults.FaultEffect;
import dev.gatehouse.local.faults.Faults;
import dev.gatehouse.local.lambda.registry.ExecutionRoles;
import dev.gatehouse.local.lambda.registry.LambdaVersion;
import dev.gatehouse.local.process.ChildCommand;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Path;

/** Launcher of the processes of functions. */
public record ProcessLauncher(
    RuntimeInterfaceClient client,
    FunctionArchives archives,
    URI awsUrl,
    ExecutionRoles roles,
    Faults faults)
    implements EnvironmentLauncher {

  @Override
  public ExecutionEnvironment launch(LambdaVersion version, FunctionLog log) throws IOException {
    String function = version.function().name();
    faults
        .ofFunction(function, FaultEffect.SLOW_START)
        .ifPresent(fault -> Faults.pause(fault.delay()));
    Path taskRoot = archives.unpack(version.function().archive());
    ProcessBuilder builder =
        new ProcessBuilder(ChildCommand.ignoringSignals(client.command(version.function())));
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
                  version, taskRoot, api.address(), awsUrl, roles.credentials(version.function())));
      Process process = builder.start();
      process.getOutputStream().close();
      return new ExecutionEnvironment(process, api, new FunctionFaults(function, faults));
    } catch (IOException e) {
      api.close();
      throw e;
    }
  }
}
