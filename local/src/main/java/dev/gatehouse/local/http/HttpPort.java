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
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;

/** A port on 127.0.0.1. */
public final class HttpPort implements AutoCloseable {

  private static final int BACKLOG = 128;
  private static final int SYSTEM_THREADS = 32;
  private static final Duration REQUEST_LIMIT = Duration.ofSeconds(30);
  private static final Duration LOOK_AT_REQUESTS = Duration.ofSeconds(1);

  private final ServerSocket socket;
  private final String scheme;
  private final Duration requestLimit;
  private final ExecutorService virtualThreads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * Threads of the system for the first connections, which wait for a request without the two
   * switches between threads that a virtual one needs; more connections get virtual ones.
   */
  private final ExecutorService threads =
      new ThreadPoolExecutor(
          0,
          SYSTEM_THREADS,
          10,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          Thread.ofPlatform().daemon().name("connection-", 0).factory(),
          (connection, pool) -> virtualThreads.execute(connection));

  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

  private HttpPort(ServerSocket socket, String scheme, Duration requestLimit) {
    this.socket = socket;
    this.scheme = scheme;
    this.requestLimit = requestLimit;
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
    Thread.ofVirtual().name("late-requests-" + number()).start(this::endLateRequests);
    Thread.ofPlatform().name("port-" + number()).start(() -> accept(service));
  }

  private void accept(Service service) {
    while (!socket.isClosed()) {
      try {
        start(new Connection(socket.accept(), service, requestLimit));
      } catch (IOException e) {
        // The port is closed, or the client is gone already, or there are too many open files.
        LockSupport.parkNanos(1_000_000);
      }
    }
  }

  /** Looks at all connections now and then, which is cheaper than a timer for each request. */
  private void endLateRequests() {
    long pause = Math.min(LOOK_AT_REQUESTS.toNanos(), requestLimit.toNanos() / 4);
    while (!socket.isClosed()) {
      LockSupport.parkNanos(pause);
      connections.forEach(Connection::endIfLate);
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
    virtualThreads.shutdownNow();
    connections.forEach(Connection::close);
  }
}
