package dev.gatehouse.local.functions;

import dev.gatehouse.local.dynamodb.DynamoDbLocal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** Starts a machine with everything running, says which processes those are, and ends as told. */
final class HaltingMachine {

  private HaltingMachine() {}

  /** Takes the directory of handlers.zip; halts at the end of its input, as one that is killed. */
  public static void main(String[] args) throws IOException {
    Path directory = Path.of(args[0]);
    DynamoDbLocal dynamoDb = DynamoDbLocal.start(null);
    Functions functions =
        Functions.of(
            new PlanFile().live("echo", "Echo", "snapStart: {}").plan(),
            new Functions.Settings(
                directory, directory, URI.create("http://localhost"), call -> {}));
    Invocation invocation =
        functions.invoke(
            PlanFile.ACCOUNT + "echo:live",
            PlanFile.COGNITO,
            PlanFile.POOL,
            "{}",
            Duration.ofMinutes(1));
    System.out.println(invocation.getClass().getSimpleName() + " " + dynamoDb.endpoint());
    ProcessHandle.current().descendants().forEach(child -> System.out.println(child.pid()));
    System.out.println("ready");
    while (System.in.read() != -1) {
      // Until the test has seen enough.
    }
    Runtime.getRuntime().halt(137);
  }
}
