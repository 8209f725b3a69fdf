package dev.gatehouse.local.http;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpServerConnection;
import org.apache.hc.core5.http.impl.io.DefaultBHttpServerConnectionFactory;
import org.apache.hc.core5.http.impl.io.DefaultHttpRequestParserFactory;
import org.apache.hc.core5.http.impl.io.HttpService;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/** A client's connection: requests, one after the other. */
final class Connection implements Runnable, AutoCloseable {

  /** The time until a connection without a request is closed. */
  private static final Timeout IDLE = Timeout.ofSeconds(30);

  /**
   * The bytes of each of a connection's three buffers, which it has for as long as it is open. A
   * longer line makes the line's buffer grow, and a longer body passes by the buffers.
   */
  private static final int BUFFER = 8 * 1024;

  private static final Http1Config LIMITS =
      Http1Config.custom()
          .setBufferSize(BUFFER)
          .setMaxLineLength(64 * 1024)
          .setMaxHeaderCount(200)
          .build();

  private static final DefaultBHttpServerConnectionFactory CONNECTIONS =
      DefaultBHttpServerConnectionFactory.builder()
          .http1Config(LIMITS)
          .requestParserFactory(
              new DefaultHttpRequestParserFactory(LIMITS, null, new ReceivedRequest.Factory()))
          .build();

  private final Socket socket;
  private final DefaultBHttpServerConnection http;
  private final HttpService requests;
  private final Duration limit;

  /** The time of {@link System#nanoTime} by which the current request must be complete. */
  private volatile long deadline;

  /** True while a request has begun and is not complete. */
  private volatile boolean receiving;

  /**
   * Creates a connection on a socket.
   *
   * @param limit the time in which a request must be complete
   */
  Connection(Socket socket, Service service, Duration limit) throws IOException {
    this.socket = socket;
    this.limit = limit;
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(IDLE.toMillisecondsIntBound());
    this.http = CONNECTIONS.createConnection(socket);
    this.requests =
        new ProblemService(new ServiceExchange(service, socket.getInetAddress(), this::received));
  }

  @Override
  public void run() {
    try (http) {
      while (http.isOpen() && http.isDataAvailable(IDLE)) {
        deadline = System.nanoTime() + limit.toNanos();
        receiving = true;
        requests.handleRequest(http, HttpCoreContext.create());
        received();
      }
    } catch (IOException | HttpException e) {
      // The client is gone, too slow or does not speak HTTP; it has been told, if it can be.
    } finally {
      received();
      close();
    }
  }

  private void received() {
    receiving = false;
  }

  /**
   * Ends the connection, which the client sees as its end and not as an error, if its request is
   * not complete in time: it holds a connection for nothing.
   */
  void endIfLate() {
    if (!receiving || System.nanoTime() - deadline < 0) {
      return;
    }
    try {
      socket.close();
    } catch (IOException e) {
      close();
    }
  }

  /** Aborts the connection at once, from any thread. */
  @Override
  public void close() {
    http.close(CloseMode.IMMEDIATE);
  }
}
