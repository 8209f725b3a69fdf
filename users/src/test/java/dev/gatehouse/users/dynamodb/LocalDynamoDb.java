package dev.gatehouse.users.dynamodb;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.eclipse.jetty.server.Server;

/** AWS's DynamoDB Local in this process, in memory, on the loopback address only. */
public final class LocalDynamoDb {
  private final LocalDynamoDBRequestHandler requests;
  private final Server server;

  /** Starts DynamoDB Local on a free port. */
  public LocalDynamoDb() throws Exception {
    requests = new LocalDynamoDBRequestHandler(0, true, null, true, false);
    // The server class of DynamoDB Local would listen on every network interface.
    server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    server.setHandler(new LocalDynamoDBServerHandler(requests, null));
    server.start();
  }

  /** Returns the endpoint. */
  public URI uri() {
    return URI.create("http://localhost:" + server.getURI().getPort());
  }

  /** Stops DynamoDB Local. */
  public void stop() throws Exception {
    server.stop();
    requests.shutdown();
  }
}
