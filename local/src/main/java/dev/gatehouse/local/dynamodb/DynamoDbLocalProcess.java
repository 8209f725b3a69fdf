package dev.gatehouse.local.dynamodb;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

/**
 * Runs AWS's DynamoDB Local in a process of its own, on 127.0.0.1 alone, and ends when whoever
 * started it does. Its own launcher listens on every interface and reports home.
 */
public final class DynamoDbLocalProcess {

  /** What stands before the port in the line that says where it listens. */
  static final String LISTENING = "listening on port ";

  private DynamoDbLocalProcess() {}

  /** Starts it, in memory or in the directory given, and waits for the end of standard input. */
  public static void main(String[] args) throws Exception {
    @Nullable String directory = args.length == 0 ? null : args[0];
    // Shared: the same tables for every region and access key, as there is one account here.
    LocalDynamoDBRequestHandler tables =
        new LocalDynamoDBRequestHandler(0, directory == null, directory, true, false);
    Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    server.setHandler(new LocalDynamoDBServerHandler(tables, null));
    server.start();
    Runtime.getRuntime().addShutdownHook(new Thread(tables::shutdown, "close-tables"));
    System.out.println(LISTENING + ((ServerConnector) server.getConnectors()[0]).getLocalPort());
    while (System.in.read() != -1) {
      // Nobody writes here: the end of the stream is the end of the parent, however it came.
    }
    // Its threads would keep the process alive.
    System.exit(0);
  }
}
