package dev.gatehouse.local.http;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A port on 127.0.0.1. */
public final class HttpPort implements AutoCloseable {

  static {
    // Otherwise the server waits 40 ms for the client's acknowledgment before it sends the body.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private HttpPort(HttpServer server) {
    this.server = server;
  }

  /**
   * Binds a port, 0 for any free one; throws {@link PortInUse} if another process uses it. Requests
   * wait until {@link #serve}.
   */
  public static HttpPort bind(int port) {
    try {
      InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      return new HttpPort(HttpServer.create(new InetSocketAddress(loopback, port), 0));
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
    return URI.create("http://localhost:" + number());
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
