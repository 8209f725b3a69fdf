package dev.gatehouse.local.lambda.runtime;

import dev.gatehouse.local.lambda.registry.LambdaVersion;
import java.io.IOException;

/** A launcher of execution environments. */
@FunctionalInterface
interface EnvironmentLauncher {

  /** Starts an environment of this version; its output is appended to the log. */
  ExecutionEnvironment launch(LambdaVersion version, FunctionLog log) throws IOException;
}
