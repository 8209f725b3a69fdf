package dev.gatehouse.users;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.eclipse.jetty.server.Server;

/** Runs AWS's DynamoDB Local in this process, in memory, on this machine's own address only. */
public final class LocalDynamoDb {
  private final LocalDynamoDBRequestHandler requests;
  private final Server server;

  /** Starts it on a free port. */
  public LocalDynamoDb() throws Exception {
    requests = new LocalDynamoDBRequestHandler(0, true, null, true, false);
    // Its own server class listens on every address of the machine.
    server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    server.setHandler(new LocalDynamoDBServerHandler(requests, null));
    server.start();
  }

  /** Returns where it listens. */
  public URI uri() {
    return URI.create("http://localhost:" + server.getURI().getPort());
  }

  /** Stops it. */
  public void stop() throws Exception {
    server.stop();
    requests.shutdown();
  }
}
