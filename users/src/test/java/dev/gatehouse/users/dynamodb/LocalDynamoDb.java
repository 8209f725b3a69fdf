package dev.gatehouse.users.dynamodb;

import dev.gatehouse.dynamodb.DynamoDbServer;
import java.net.URI;

/** The engine of the local emulator in this process, in memory, on the loopback address only. */
public final class LocalDynamoDb {
  private final DynamoDbServer server = DynamoDbServer.start();

  /** Returns the endpoint. */
  public URI uri() {
    return server.endpoint();
  }

  /** Stops the server. */
  public void stop() {
    server.close();
  }
}
