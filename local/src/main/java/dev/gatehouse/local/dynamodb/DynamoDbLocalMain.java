package dev.gatehouse.local.dynamodb;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

/**
 * The main class of the child process with AWS's DynamoDB Local, on 127.0.0.1 only. It exits with
 * its parent. The launcher of DynamoDB Local would listen on every interface and send telemetry.
 */
public final class DynamoDbLocalMain {

  /** The text before the port in the line that is printed at start. */
  static final String LISTENING = "listening on port ";

  private DynamoDbLocalMain() {}

  /** Runs until the end of standard input; takes the directory of the tables, if any. */
  public static void main(String[] args) throws Exception {
    @Nullable String directory = args.length == 0 ? null : args[0];
    // Shared: the same tables for every region and access key, as the emulator has one account.
    LocalDynamoDBRequestHandler tables =
        new LocalDynamoDBRequestHandler(0, directory == null, directory, true, false);
    Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    server.setHandler(new LocalDynamoDBServerHandler(tables, null));
    server.start();
    Runtime.getRuntime().addShutdownHook(new Thread(tables::shutdown, "close-tables"));
    System.out.println(LISTENING + ((ServerConnector) server.getConnectors()[0]).getLocalPort());
    while (System.in.read() != -1) {
      // The stream ends when the parent exits, for whatever reason.
    }
    // Threads of DynamoDB Local would keep the process alive.
    System.exit(0);
  }
}
