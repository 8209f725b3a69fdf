package dev.gatehouse.local.lambda;

import dev.gatehouse.local.classarchive.FunctionClassArchive;
import dev.gatehouse.local.faults.Faults;
import dev.gatehouse.local.lambda.invoke.FunctionCall;
import dev.gatehouse.local.lambda.registry.ExecutionRoles;
import dev.gatehouse.local.lambda.runtime.EnvironmentVariables;
import dev.gatehouse.local.state.StateStore;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;

/**
 * The surroundings of the functions.
 *
 * @param root the directory to which the plan's archive paths are relative
 * @param work the directory for unpacked archives, such as {@code local/target}
 * @param logs the directory for the logs of functions
 * @param endpoints the addresses of the emulator that functions call
 * @param roles the execution roles of the functions
 * @param calls the receiver of every completed call
 * @param faults the faults that hit functions
 * @param state what is stored between two starts
 * @param classes what functions do with the archives of their classes
 * @param clock the clock by which events of asynchronous invocations are sent again
 */
public record LambdaOptions(
    Path root,
    Path work,
    Path logs,
    EnvironmentVariables.Endpoints endpoints,
    ExecutionRoles roles,
    Consumer<FunctionCall> calls,
    Faults faults,
    StateStore state,
    FunctionClassArchive.Mode classes,
    Clock clock) {

  /**
   * Creates options without faults that store nothing, whose roles allow everything and whose logs
   * are in {@code logs} below the work directory.
   */
  public LambdaOptions(Path root, Path work, URI awsUrl, Consumer<FunctionCall> calls) {
    this(
        root,
        work,
        work.resolve("logs"),
        new EnvironmentVariables.Endpoints(awsUrl, awsUrl),
        ExecutionRoles.UNRESTRICTED,
        calls,
        new Faults(),
        StateStore.none(),
        FunctionClassArchive.Mode.USE,
        Clock.systemUTC());
  }
}
