package dev.gatehouse.local.http;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** A port on 127.0.0.1. */
public final class HttpPort implements AutoCloseable {

  static {
    // Otherwise the server waits 40 ms for the client's acknowledgment before it sends the body.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    // A request that is not complete by then holds a connection for nothing.
    System.setProperty("sun.net.httpserver.maxReqTime", "30");
  }

  private final HttpServer server;
  private final String scheme;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private HttpPort(HttpServer server, String scheme) {
    this.server = server;
    this.scheme = scheme;
  }

  /**
   * Binds a port, 0 for any free one; throws {@link PortInUse} if another process uses it. Requests
   * wait until {@link #serve}.
   */
  public static HttpPort bind(int port) {
    return new HttpPort(bind(HttpServer::create, port), "http");
  }

  /** Binds a port for TLS, like {@link #bind(int)}. */
  public static HttpPort bindTls(int port, SSLContext context) {
    HttpsServer server = bind(HttpsServer::create, port);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    return new HttpPort(server, "https");
  }

  /** A factory of servers on an address, with a backlog of connections. */
  private interface ServerFactory<S> {

    S create(InetSocketAddress address, int backlog) throws IOException;
  }

  private static <S> S bind(ServerFactory<S> factory, int port) {
    try {
      InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      return factory.create(new InetSocketAddress(loopback, port), 0);
    } catch (BindException e) {
      throw new PortInUse(port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the number of the port. */
  public int number() {
    return server.getAddress().getPort();
  }

  /** Returns the URL of the port. */
  public URI url() {
    return URI.create(scheme + "://localhost:" + number());
  }

  /** Starts to serve requests with a service. */
  public void serve(Service service) {
    server.createContext("/", new ServiceExchange(service));
    server.setExecutor(threads);
    server.start();
  }

  /** Closes the port at once and aborts open requests. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
