package dev.gatehouse.local.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.Locale;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.HttpServerRequestHandler;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Adapter of a {@link Service} to the HTTP server, for the requests of one connection. */
final class ServiceExchange implements HttpServerRequestHandler {

  static final int MAX_BODY_BYTES = 10 * 1024 * 1024;
  private static final long MAX_DRAINED_BYTES = 10L * MAX_BODY_BYTES;
  private static final System.Logger LOG = System.getLogger(ServiceExchange.class.getName());

  private final Service service;
  private final String sourceIp;
  private final Runnable received;

  /**
   * Creates a handler.
   *
   * @param received called when a request has arrived with its whole body
   */
  ServiceExchange(Service service, InetAddress client, Runnable received) {
    this.service = service;
    this.sourceIp = client.getHostAddress();
    this.received = received;
  }

  @Override
  public void handle(ClassicHttpRequest request, ResponseTrigger trigger, HttpContext context)
      throws HttpException, IOException {
    byte[] body = body(request.getEntity());
    received.run();
    Request complete = ((ReceivedRequest) request).toRequest(body, sourceIp);
    Response response = body.length > MAX_BODY_BYTES ? tooLarge() : respond(complete);
    if (response.status() == Response.NONE.status()) {
      throw new ConnectionClosedException("by the service");
    }
    trigger.submitResponse(SentResponse.of(response));
  }

  private Response respond(Request request) {
    try {
      return service.handle(request);
    } catch (RuntimeException | Error e) {
      // Without the exception's message and the query, which may contain user input.
      LOG.log(
          System.Logger.Level.ERROR,
          "{0} {1} failed: {2} at {3}",
          request.method(),
          request.path(),
          e.getClass().getName(),
          e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0]);
      return Response.of(500, "application/json", "{\"message\": \"Internal server error\"}");
    }
  }

  /** Returns the body, or more than the largest one. */
  private static byte[] body(@Nullable HttpEntity entity) throws IOException {
    if (entity == null) {
      return new byte[0];
    }
    InputStream content = entity.getContent();
    byte[] body = content.readNBytes(MAX_BODY_BYTES + 1);
    if (body.length > MAX_BODY_BYTES) {
      drain(content);
    }
    return body;
  }

  /** Reads the rest of the body, since a client that still sends does not see a response. */
  private static void drain(InputStream rest) throws IOException {
    long left = MAX_DRAINED_BYTES;
    byte[] sink = new byte[64 * 1024];
    for (int read = 0; read >= 0 && left > 0; left -= read) {
      read = rest.read(sink);
    }
    if (left <= 0) {
      throw new ConnectionClosedException("more than anyone should send");
    }
  }

  private static Response tooLarge() {
    return Response.of(
        413,
        "application/json",
        String.format(
            Locale.ROOT,
            "{\"message\": \"HTTP content length exceeded %d bytes.\"}",
            MAX_BODY_BYTES));
  }
}
