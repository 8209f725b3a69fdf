package dev.gatehouse.local.lambda;

import dev.gatehouse.local.lambda.invoke.InvocationResult;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** A program with running child processes that prints their ids and then halts. */
final class HaltingEmulator {

  private HaltingEmulator() {}

  /** Runs until the end of its input, then halts as if killed; takes the folder of the archive. */
  public static void main(String[] args) throws IOException {
    Path directory = Path.of(args[0]);
    Lambda functions =
        Lambda.of(
            new LambdaPlan().live("echo", "Echo", "snapStart: {}").plan(),
            new LambdaOptions(directory, directory, URI.create("http://localhost"), call -> {}));
    InvocationResult result =
        functions.invoke(
            LambdaPlan.ACCOUNT + "echo:live",
            LambdaPlan.COGNITO,
            LambdaPlan.POOL,
            "{}",
            Duration.ofMinutes(1));
    System.out.println(result.getClass().getSimpleName());
    ProcessHandle.current().descendants().forEach(child -> System.out.println(child.pid()));
    System.out.println("ready");
    while (System.in.read() != -1) {
      // The test closes the stream.
    }
    Runtime.getRuntime().halt(137);
  }
}
