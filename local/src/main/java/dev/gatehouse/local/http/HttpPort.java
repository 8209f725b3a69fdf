package dev.gatehouse.local.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.locks.LockSupport;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;

/** A port on 127.0.0.1. */
public final class HttpPort implements AutoCloseable {

  private static final int BACKLOG = 128;
  private static final Duration REQUEST_LIMIT = Duration.ofSeconds(30);

  private final ServerSocket socket;
  private final String scheme;
  private final Duration requestLimit;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, Thread.ofVirtual().factory());
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

  private HttpPort(ServerSocket socket, String scheme, Duration requestLimit) {
    this.socket = socket;
    this.scheme = scheme;
    this.requestLimit = requestLimit;
    timer.setRemoveOnCancelPolicy(true);
  }

  /**
   * Binds a port, 0 for any free one; throws {@link PortInUse} if another process uses it. Requests
   * wait until {@link #serve}.
   */
  public static HttpPort bind(int port) {
    return bind(port, REQUEST_LIMIT);
  }

  /** Binds a port with another time in which a request must be complete. */
  static HttpPort bind(int port, Duration requestLimit) {
    return new HttpPort(bind(ServerSocketFactory.getDefault(), port), "http", requestLimit);
  }

  /** Binds a port for TLS, like {@link #bind(int)}. */
  public static HttpPort bindTls(int port, SSLContext context) {
    return new HttpPort(bind(context.getServerSocketFactory(), port), "https", REQUEST_LIMIT);
  }

  private static ServerSocket bind(ServerSocketFactory factory, int port) {
    try {
      ServerSocket socket = factory.createServerSocket();
      InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      socket.bind(new InetSocketAddress(loopback, port), BACKLOG);
      return socket;
    } catch (BindException e) {
      throw new PortInUse(port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the number of the port. */
  public int number() {
    return socket.getLocalPort();
  }

  /** Returns the URL of the port. */
  public URI url() {
    return URI.create(scheme + "://localhost:" + number());
  }

  /** Starts to serve requests with a service. */
  public void serve(Service service) {
    Thread.ofPlatform().name("port-" + number()).start(() -> accept(service));
  }

  private void accept(Service service) {
    while (!socket.isClosed()) {
      try {
        start(new Connection(socket.accept(), service, timer, requestLimit));
      } catch (IOException e) {
        // The port is closed, or the client is gone already, or there are too many open files.
        LockSupport.parkNanos(1_000_000);
      }
    }
  }

  private void start(Connection connection) {
    connections.add(connection);
    try {
      threads.execute(
          () -> {
            connection.run();
            connections.remove(connection);
          });
    } catch (RejectedExecutionException e) {
      connection.close(); // The port is closed.
    }
  }

  /** Closes the port at once and aborts open requests. */
  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
    timer.shutdownNow();
    connections.forEach(Connection::close);
  }
}
