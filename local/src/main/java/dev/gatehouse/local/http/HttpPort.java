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

/** Is one port of this machine, and of this machine only: it listens on 127.0.0.1. */
public final class HttpPort implements AutoCloseable {

  static {
    // Without it the server waits for the client's acknowledgement before the body goes out: 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private HttpPort(HttpServer server) {
    this.server = server;
  }

  /**
   * Takes the port, 0 for any free one, without answering yet; throws {@link PortInUse} if somebody
   * else has it.
   */
  public static HttpPort bind(int port) {
    try {
      InetAddress here = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      return new HttpPort(HttpServer.create(new InetSocketAddress(here, port), 0));
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

  /** Returns the address that people and SDKs use. */
  public URI url() {
    return URI.create("http://localhost:" + number());
  }

  /** Begins to answer with this service. */
  public void serve(Service service) {
    server.createContext("/", new Exchange(service));
    server.setExecutor(threads);
    server.start();
  }

  /** Lets go of the port at once; requests under way are cut off. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
